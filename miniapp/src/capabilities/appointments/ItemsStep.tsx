import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { CityItem } from '@shared/catalogue'
import { useLocalText, useText } from '@/i18n'
import { bookTexts } from '@/i18n/appointments'
import { goBack, openPage, openTab, useOnline, useRemote, type Remote } from '@/platform'
import { Button, CheckboxRow, Empty, ErrorState, List, Loading, Notice, OfflineBar, Page, Section, TextField, useRested } from '@/ui'
import { searchItems } from './api'
import { BookSteps } from './BookSteps'
import { chosenOf, foundItems, minutesOf, MOST_ITEMS } from './itemsChosen'

/** Enough to see that there is a list. */
const SHOWN_AT_FIRST = 8
const TYPING_RESTS_MS = 250

/** Everything that can be done in the city, to pick from. */
export const ItemsStep = ({ items, hallId }: { items: Remote<readonly CityItem[]>; hallId: string }) => {
  const t = useText(bookTexts)
  const local = useLocalText()
  const online = useOnline()
  const [ids, setIds] = useState<readonly string[]>([])
  const [typed, setTyped] = useState('')
  const [all, setAll] = useState(false)
  const { data, failure, loading, reload } = items
  const chosen = chosenOf(data ?? [], ids)
  const asked = useRested(typed.trim(), TYPING_RESTS_MS)
  const search = useRemote(`book-items/${asked}`, () => searchItems(asked), { skip: asked === '' })
  const current = asked === typed.trim()
  // Without the search there is still what the names say.
  const found = foundItems(data ?? [], typed, current && search.data ? search.data : [])
  const searching = typed.trim() !== '' && (!current || (!search.data && !search.failure))
  const rows = all || typed ? found : found.slice(0, SHOWN_AT_FIRST)
  // What was picked under another word stays in sight.
  const shown = [...chosen.filter((item) => !rows.includes(item)), ...rows]
  const full = ids.length >= MOST_ITEMS
  const toggle = (id: string, on: boolean): void => setIds((before) => on ? [...before, id] : before.filter((one) => one !== id))
  const summed = chosen.length > 0 ? t('chosen', { n: chosen.length, minutes: minutesOf(chosen) }) : null
  return (
    <Page
      title={t('title')} onBack={goBack} banner={online ? undefined : <OfflineBar />}
      foot={(
        <>
          {summed && <View className='book-sum'><Text>{summed}</Text>{full && <Text className='book-soft'>{t('chosenMost', { n: MOST_ITEMS })}</Text>}</View>}
          <Button disabled={chosen.length === 0} onPress={() => openPage('book', { items: ids.join(','), ...(hallId && { hall: hallId }) })}>{t('toHalls')}</Button>
        </>
      )}
    >
      <BookSteps current={0} />
      <Section title={t('itemsTitle')} note={t('itemsHow')}>
        {!data && failure && <ErrorState message={failure.message} requestId={failure.requestId} busy={loading} onRetry={reload} />}
        {!data && !failure && <Loading rows={5} />}
        {data?.length === 0 && <Empty icon='calendar' title={t('itemsEmpty')} text={t('itemsEmptyHow')} action={<Button kind='secondary' icon='hall' onPress={() => openTab('halls')}>{t('toAllHalls')}</Button>} />}
        {data && data.length > SHOWN_AT_FIRST && (
          <TextField quiet icon='search' label={t('itemsTitle')} placeholder={t('itemSearch')} maxLength={30} value={typed} onChange={setTyped} />
        )}
        {shown.length > 0 && (
          <View className='book-gap'>
            <List label={t('itemsTitle')}>
              {shown.map((item) => (
                <CheckboxRow
                  key={item.itemId} title={local(item.name)} note={`${local(item.summary)} · ${t('itemMinutes', { n: item.minutes })}`}
                  checked={ids.includes(item.itemId)} disabled={full && !ids.includes(item.itemId)} onChange={(on) => toggle(item.itemId, on)}
                />
              ))}
            </List>
          </View>
        )}
        {rows.length < found.length && <Button kind='quiet' onPress={() => setAll(true)}>{t('itemMore', { n: found.length - rows.length })}</Button>}
        {typed && found.length === 0 && !searching && <View className='book-gap'><Notice>{t('itemNone', { text: typed })}</Notice></View>}
      </Section>
    </Page>
  )
}
