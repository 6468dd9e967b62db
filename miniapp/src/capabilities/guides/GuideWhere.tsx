import { Text, View } from '@tarojs/components'
import type { ItemGuide } from '@shared/guides'
import { useLocalText, useText } from '@/i18n'
import { guideTexts } from '@/i18n/guides'
import { openPage } from '@/platform'
import { Button, List, Notice, Row, Section, Tag, useSpoken } from '@/ui'

/** Enough to choose from at a glance; all of them stand where halls are chosen by distance. */
const SHOWN = 4

/** The halls that do it, each with its line. */
export const GuideWhere = ({ guide }: { guide: ItemGuide }) => {
  const t = useText(guideTexts)
  const local = useLocalText()
  const spoken = useSpoken()
  const { itemId, where: { halls, hallCount, place } } = guide
  return (
    <Section title={t('where')} note={hallCount > 0 ? t('hallsMore', { n: hallCount }) : place ? local(place) : undefined}>
      {halls.length === 0 && <Notice>{t('hallsNone')}</Notice>}
      {halls.length > 0 && (
        <List label={t('where')}>
          {halls.slice(0, SHOWN).map(({ hallId, lineId, name, address, lineName, bookable }) => (
            <Row
              key={`${hallId}${lineId}`} title={local(name)} onPress={() => openPage('hall', { hall: hallId })}
              label={spoken(local(name), local(lineName), local(address), bookable && t('bookable'))}
              note={<><View className='guide-hall'><Text>{local(lineName)}</Text>{bookable && <Tag tone='done'>{t('bookable')}</Tag>}</View><View>{local(address)}</View></>}
            />
          ))}
        </List>
      )}
      {hallCount > SHOWN && <View className='guide-gap'><Button kind='quiet' onPress={() => openPage('book', { items: itemId })}>{t('allHalls')}</Button></View>}
    </Section>
  )
}
