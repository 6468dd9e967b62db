import { Text, View } from '@tarojs/components'
import type { CaseDetail } from '@shared/cases'
import { serviceDay } from '@shared/time'
import { useText } from '@/i18n'
import { caseTexts } from '@/i18n/cases'
import { openPage, openTab } from '@/platform'
import { Button, Card, Section } from '@/ui'
import type { CaseWords } from './caseWords'

/** What must be brought, and the ways to bring it; the page's head says until when, this when it is too late. */
export const BringPart = ({ found, words }: { found: CaseDetail; words: CaseWords }) => {
  const t = useText(caseTexts)
  const { supplement, itemId, visit, asOf } = found
  if (!supplement) return null
  const today = serviceDay(asOf)
  const day = words.dayName(supplement.until, today)
  const hallId = visit?.hallId
  const take = (): void => {
    if (hallId === undefined) openTab('halls')
    else openPage('take', { hall: hallId, item: itemId ?? undefined })
  }
  return (
    <Section title={t('bring')}>
      <Card>
        {supplement.until < today && <Text className='case-line tone-attention'>{t('bringOver', { day })}</Text>}
        {supplement.asks.map(({ name, note }) => (
          <View key={name} className='case-ask'><Text>{name}</Text>{note && <Text className='case-small'>{note}</Text>}</View>
        ))}
        <View className='case-buttons'>
          {itemId !== null && <Button icon='calendar' onPress={() => openPage('book', { items: itemId })}>{t('bookVisit')}</Button>}
          <Button kind={itemId === null ? 'primary' : 'secondary'} icon='ticket' onPress={take}>{t('takeNumber')}</Button>
        </View>
      </Card>
    </Section>
  )
}
