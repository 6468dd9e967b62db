import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { ItemView } from '@shared/catalogue'
import { useLocalText, useText } from '@/i18n'
import { takeTexts } from '@/i18n/queue'
import { Button, Card, CheckboxRow, Icon, List, Loading, Notice, Row, Section, TextField } from '@/ui'
import { findItems, toBring } from './prepareView'
import type { TakePage } from './useTakePage'

/** Enough to see that there is a list, few enough to reach the button. */
const SHOWN_AT_FIRST = 4

/** Finding what one came for. It may be left out: the window will ask. */
export const ItemSearch = ({ page }: { page: TakePage }) => {
  const t = useText(takeTexts)
  const local = useLocalText()
  const [typed, setTyped] = useState('')
  const [all, setAll] = useState(false)
  const { data, failure } = page.items
  const found = findItems(data ?? [], typed)
  const shown = all || typed ? found : found.slice(0, SHOWN_AT_FIRST)
  return (
    <Section title={t('itemTitle')} note={t('optional')}>
      {!data && !failure && <Loading rows={2} />}
      {!data && failure && <Notice>{t('itemsFailed')}</Notice>}
      {data?.length === 0 && <Notice>{t('itemEmpty')}</Notice>}
      {data && data.length > SHOWN_AT_FIRST && <TextField quiet icon='search' label={t('itemTitle')} placeholder={t('itemSearch')} maxLength={30} value={typed} onChange={setTyped} />}
      {shown.length > 0 && (
        <View className='yc-take-gap'>
          <List label={t('itemTitle')}>
            {shown.map((item) => (
              <Row key={item.itemId} title={local(item.name)} note={local(item.summary)} onPress={() => page.change({ itemId: item.itemId, ticked: [], priority: null })} />
            ))}
          </List>
        </View>
      )}
      {shown.length < found.length && <Button kind='quiet' onPress={() => setAll(true)}>{t('itemMore', { n: found.length - shown.length })}</Button>}
      {typed && found.length === 0 && <View className='yc-take-gap'><Notice>{t('itemNone', { text: typed })}</Notice></View>}
    </Section>
  )
}

const Materials = ({ item, page }: { item: ItemView; page: TakePage }) => {
  const t = useText(takeTexts)
  const local = useLocalText()
  const needed = toBring(item)
  const ready = needed.filter((index) => page.draft.ticked.includes(index)).length
  const tick = (index: number, on: boolean): void =>
    page.change({ ticked: on ? [...page.draft.ticked, index] : page.draft.ticked.filter((ticked) => ticked !== index) })
  if (item.materials.length === 0) return <Section title={t('bringTitle')}><Notice tone='done'>{t('bringNothing')}</Notice></Section>
  return (
    <Section title={t('bringTitle')} note={ready === needed.length ? t('bringAll') : t('bringCount', { ready, all: needed.length })}>
      <List label={t('bringTitle')}>
        {item.materials.map((material, index) => material.heldByCity
          ? <Row key={index} lead={<View className='yc-take-held'><Icon name='check' /></View>} title={local(material.name)} note={t('bringHeld')} />
          : (
              <CheckboxRow
                key={index} title={local(material.name)} note={material.note && local(material.note)}
                checked={page.draft.ticked.includes(index)} onChange={(on) => tick(index, on)}
              />
            ))}
      </List>
      {ready < needed.length && <Text className='yc-ticket-small'>{t('bringMissing')}</Text>}
    </Section>
  )
}

/** The item chosen, and what to bring for it. */
export const ChosenItem = ({ item, page }: { item: ItemView; page: TakePage }) => {
  const t = useText(takeTexts)
  const local = useLocalText()
  const another = <Button small kind='quiet' onPress={() => page.change({ itemId: null, lineId: null, ticked: [], priority: null })}>{t('itemChange')}</Button>
  return (
    <>
      <Section title={t('itemTitle')} side={another}>
        <Card tone='action'>
          <Text className='yc-row-title'>{local(item.name)}</Text>
          <Text className='yc-row-note'>{local(item.summary)}</Text>
          <Text className='yc-row-note'>{t('itemMinutes', { n: item.minutes })}</Text>
        </Card>
      </Section>
      <Materials item={item} page={page} />
    </>
  )
}
