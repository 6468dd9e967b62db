import { Text, View } from '@tarojs/components'
import type { CaseSummary } from '@shared/cases'
import { now, openPage } from '@/platform'
import { Card, Icon, Tag, useSpoken } from '@/ui'
import './caseCard.scss'
import { bringByOf, momentName, promiseOf, standOf } from './caseWords'
import { useCaseWords } from './useCaseWords'

interface CaseCardProps {
  readonly one: CaseSummary
  readonly title: string
  readonly personId: string
  /** Its system did not answer now. */
  readonly past: boolean
  /** By another way than as one's own, e.g. as the case of a visit. */
  readonly onPress?: () => void
}

/** One case among others: what it is, where it stands, what is promised; a tap opens it. */
export const CaseCard = ({ one, title, personId, past, onPress }: CaseCardProps) => {
  const words = useCaseWords()
  const spoken = useSpoken()
  const stand = standOf(one, one.waitsForMe, words)
  const promise = one.bringBy === null ? promiseOf(one.promise, one.asOf, words) : null
  const bring = bringByOf(one, words)
  const who = one.joint > 0 ? words.say('joint', { n: one.joint }) : one.department
  const asOf = past ? words.say('asOf', { time: momentName(one.asOf, now()) }) : null
  return (
    <Card
      tone={past ? 'wash' : one.waitsForMe ? 'action' : 'plain'} label={spoken(title, stand.text, bring, promise?.text, who, asOf)}
      onPress={onPress ?? (() => openPage('case', { no: one.caseNo, person: personId === 'self' ? undefined : personId }))}
    >
      <View className='case-card-head'><Text className='case-card-title'>{title}</Text><Icon name='next' /></View>
      <View className='case-card-stand'><Tag tone={past ? 'plain' : stand.tone}>{stand.text}</Tag></View>
      {bring && <Text className='case-card-line is-strong'>{bring}</Text>}
      {promise && <Text className={`case-card-line tone-${past ? 'plain' : promise.tone}`}>{promise.text}</Text>}
      <Text className='case-card-small'>{asOf ? `${who} · ${asOf}` : who}</Text>
    </Card>
  )
}
