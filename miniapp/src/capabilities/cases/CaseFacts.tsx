import { Text, View } from '@tarojs/components'
import type { CaseDetail } from '@shared/cases'
import { serviceDay } from '@shared/time'
import { useText } from '@/i18n'
import { caseTexts } from '@/i18n/cases'
import { Section } from '@/ui'
import type { CaseWords } from './caseWords'

/** What stands on the receipt: number, applicant, day. */
export const CaseFacts = ({ found, words }: { found: CaseDetail; words: CaseWords }) => {
  const t = useText(caseTexts)
  const facts = [[t('number'), found.caseNo], [t('applicant'), found.applicant], [t('filed'), words.dayName(found.filedOn, serviceDay(found.asOf))]] as const
  return (
    <Section title={t('about')}>
      {facts.map(([name, value]) => (
        <View key={name} className='case-fact'><Text className='case-fact-name'>{name}</Text><View className='case-fact-value'><Text userSelect>{value}</Text></View></View>
      ))}
    </Section>
  )
}
