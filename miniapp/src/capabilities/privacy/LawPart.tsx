import { Text } from '@tarojs/components'
import type { KeptByLaw } from '@shared/myData'
import { useLocalText, useText } from '@/i18n'
import { useMomentName } from '@/i18n/dayName'
import { lawTexts } from '@/i18n/myData'
import { List, Row, Section } from '@/ui'

/** What is not deleted on request: what, why, and until when. */
export const LawPart = ({ kept }: { kept: readonly KeptByLaw[] }) => {
  const t = useText(lawTexts)
  const { day } = useMomentName()
  const local = useLocalText()
  if (kept.length === 0) return <Section title={t('title')}><Text className='privacy-why'>{t('nothing')}</Text></Section>
  return (
    <Section title={t('title')}>
      <List label={t('title')}>
        {kept.map(({ what, why, until }) => (
          <Row
            key={what.zh} title={local(what)}
            note={[local(why), until === null ? t('open') : t('until', { day: day(until) })].map((line) => <Text key={line} className='privacy-line'>{line}</Text>)}
          />
        ))}
      </List>
    </Section>
  )
}
