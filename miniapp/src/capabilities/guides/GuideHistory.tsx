import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { ItemChange } from '@shared/guides'
import { useText } from '@/i18n'
import { useDayName } from '@/i18n/dayName'
import { changeTexts, guideTexts } from '@/i18n/guides'
import { Button, Section } from '@/ui'

/** What became of the item in the city's catalogue, for those who ask. `today`: beside which its days are named. */
export const GuideHistory = ({ history, today }: { history: readonly ItemChange[]; today: string }) => {
  const t = useText(guideTexts)
  const change = useText(changeTexts)
  const dayName = useDayName()
  const [open, setOpen] = useState(false)
  if (history.length === 0) return null
  if (!open) return <Button kind='quiet' onPress={() => setOpen(true)}>{t('showHistory')}</Button>
  return (
    <Section title={t('history')}>
      {history.map(({ version, change: kind, on, note }) => (
        <View key={version} className='guide-fact'><Text className='guide-small'>{dayName(on, today)}</Text><Text className='guide-line'>{[change(kind), note].filter(Boolean).join(t('join'))}</Text></View>
      ))}
    </Section>
  )
}
