import { Text, View } from '@tarojs/components'
import type { HallDetail } from '@shared/halls'
import { useLocalText, useText } from '@/i18n'
import { hallTexts, priorityTexts } from '@/i18n/halls'
import { openPage } from '@/platform'
import { Button, Section } from '@/ui'
import { prioritiesOf } from './lineView'

/** Who is called when: the hall's rule, and who may ask for priority. */
export const RulePart = ({ hall }: { hall: HallDetail }) => {
  const t = useText(hallTexts)
  const who = useText(priorityTexts)
  const local = useLocalText()
  const { reasons, without } = prioritiesOf(hall)
  return (
    <Section title={t('rule')}>
      <Text className='hall-rule'>{local(hall.priorityRule)}</Text>
      {reasons.length > 0 && <View className='hall-rule'>{t('priorities', { who: reasons.map((reason) => who(reason)).join(t('andThen')) })}</View>}
      {reasons.length > 0 && without.length > 0 && (
        <View className='hall-rule'>{t('noPriority', { lines: without.map((line) => local(line.name)).join(t('andThen')) })}</View>
      )}
      <Button kind='quiet' icon='progress' onPress={() => openPage('calls', { hall: hall.hallId })}>{t('order')}</Button>
    </Section>
  )
}
