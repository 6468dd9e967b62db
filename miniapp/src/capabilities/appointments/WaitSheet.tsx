import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { bookTexts } from '@/i18n/appointments'
import { Button, Choice, Sheet } from '@/ui'
import type { WaitWindow } from './fullness'

interface WaitSheetProps {
  /** Parts of the day one may wait for; null while the sheet is closed. */
  readonly windows: readonly WaitWindow[] | null
  readonly busy: boolean
  readonly onJoin: (window: WaitWindow) => void
  readonly onClose: () => void
}

const names = { day: 'waitAllDay', morning: 'waitMorning', afternoon: 'waitAfternoon' } as const

/** For which part of the full day one would like a place, and by which rule it is given. */
export const WaitSheet = ({ windows, busy, onJoin, onClose }: WaitSheetProps) => {
  const t = useText(bookTexts)
  const [wanted, setWanted] = useState<WaitWindow | null>(null)
  if (!windows) return null
  const window = wanted !== null && windows.includes(wanted) ? wanted : windows[0] ?? 'day'
  return (
    <Sheet
      open title={t('waitWhen')} onClose={onClose}
      actions={<><Button busy={busy} onPress={() => onJoin(window)}>{t('waitJoin')}</Button><Button kind='quiet' onPress={onClose}>{t('waitNo')}</Button></>}
    >
      <Choice label={t('waitWhen')} value={window} onChange={setWanted} options={windows.map((value) => ({ value, label: t(names[value]) }))} />
      <View className='book-gap'><Text className='book-small'>{t('waitRule')}</Text></View>
    </Sheet>
  )
}
