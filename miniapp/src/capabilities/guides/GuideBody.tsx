import { Text, View } from '@tarojs/components'
import type { ItemGuide } from '@shared/guides'
import { serviceDay } from '@shared/time'
import { useLanguage, useText } from '@/i18n'
import { useDayName } from '@/i18n/dayName'
import { guideTexts } from '@/i18n/guides'
import { now } from '@/platform'
import { Notice, Section } from '@/ui'
import { GuideBring } from './GuideBring'
import { GuideHistory } from './GuideHistory'
import { feeLine, onlineLine, timeLines, type GuideWords } from './guideView'
import { GuideWhere } from './GuideWhere'
import { GuideWithdrawn } from './GuideWithdrawn'

/** A question and what is known of its answer; nothing when nothing is. */
const Lines = ({ title, lines }: { title: string; lines: readonly (string | null)[] }) => {
  const known = lines.filter((line) => line !== null)
  if (known.length === 0) return null
  return <Section title={title}>{known.map((line) => <Text key={line} className='guide-line'>{line}</Text>)}</Section>
}

/** Everything the guide answers, in the order people ask. */
export const GuideBody = ({ guide, words }: { guide: ItemGuide; words: GuideWords }) => {
  const t = useText(guideTexts)
  const language = useLanguage()
  const dayName = useDayName()
  const { name, summary, withdrawn, audience, conditions, materials, department, asOf } = guide
  const { local } = words
  const today = serviceDay(asOf ?? now())
  const who = audience === null ? [] : [t(audience)]
  const must = conditions.map(local)
  return (
    <>
      <View className='guide-hero'>
        <Text className='guide-name'>{local(name)}</Text>
        <Text className='guide-summary'>{local(summary)}</Text>
      </View>
      {withdrawn && <GuideWithdrawn withdrawn={withdrawn} since={dayName(withdrawn.since, today)} />}
      {language === 'en' && name.en === name.zh && <View className='guide-gap'><Notice>{t('chineseOnly')}</Notice></View>}
      <Lines title={t('canI')} lines={asOf === null ? who : [...who, ...(must.length > 0 ? must : [t('noConditions')])]} />
      <GuideBring materials={materials} words={words} />
      {!withdrawn && <GuideWhere guide={guide} />}
      <Lines title={t('howLong')} lines={timeLines(guide, words)} />
      <Lines title={t('howMuch')} lines={[feeLine(guide, words)]} />
      <Lines title={t('online')} lines={[onlineLine(guide, words)]} />
      <Lines title={t('department')} lines={[department]} />
      <View className='guide-gap'>
        {asOf === null ? <Notice tone='attention'>{t('ownOnly')}</Notice> : <Text className='guide-small'>{t('asOf', { day: dayName(serviceDay(asOf), serviceDay(now())) })}</Text>}
      </View>
      <GuideHistory history={guide.history} today={today} />
    </>
  )
}
