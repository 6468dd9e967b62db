import { useState } from 'react'
import { View } from '@tarojs/components'
import type { FoundItem } from '@shared/guides'
import { useLocalText, useText } from '@/i18n'
import { popularTexts, searchTexts } from '@/i18n/guides'
import { goBack, openPage, useOnline, usePageTitle } from '@/platform'
import { Button, Empty, ErrorState, List, Loading, Notice, OfflineBar, Page, Row, Section, Tag, TextField, useSpoken } from '@/ui'
import './guides.scss'
import { MOST_QUERY } from './query'
import { useSearch } from './useSearch'

const popular = Object.keys(popularTexts) as (keyof typeof popularTexts)[]

const FoundRow = ({ item }: { item: FoundItem }) => {
  const t = useText(searchTexts)
  const local = useLocalText()
  const spoken = useSpoken()
  const { itemId, name, summary, withdrawn, matched } = item
  const why = matched === null ? null : t('matched', { word: matched })
  return (
    <Row
      title={local(name)} label={spoken(local(name), withdrawn && t('withdrawn'), local(summary), why)} onPress={() => openPage('guide', { item: itemId })}
      note={<>{local(summary)}{why && <View>{why}</View>}</>} side={withdrawn ? <Tag tone='attention'>{t('withdrawn')}</Tag> : undefined}
    />
  )
}

/** Finding an item by one's own words. `asked`: what to begin with; may be empty. */
export const SearchScreen = ({ asked }: { asked: string }) => {
  const t = useText(searchTexts)
  const word = useText(popularTexts)
  const online = useOnline()
  const [typed, setTyped] = useState(asked)
  const { about, found, failure, loading, reload } = useSearch(typed)
  usePageTitle(t('title'))
  return (
    <Page title={t('title')} onBack={goBack} banner={online ? undefined : <OfflineBar />}>
      <TextField quiet icon='search' label={t('label')} placeholder={t('hint')} maxLength={MOST_QUERY} value={typed} onChange={setTyped} onSubmit={() => undefined} />
      {about === '' && (
        <Section title={t('popular')}>
          <View className='guide-words'>{popular.map((key) => <Button key={key} small kind='secondary' onPress={() => setTyped(word(key))}>{word(key)}</Button>)}</View>
        </Section>
      )}
      {about !== '' && !found && (failure
        ? <ErrorState message={failure.code === 'OFFLINE' ? failure.message : t('failed')} requestId={failure.requestId} busy={loading} onRetry={reload} />
        : <Loading rows={4} />)}
      {found && found.about !== about && failure && <View className='guide-gap'><Notice tone='attention'>{t('old', { text: found.about })}</Notice></View>}
      {found && found.items.length === 0 && <Empty icon='search' title={t('none', { text: found.about })} text={t('noneHow')} />}
      {found && found.items.length > 0 && (
        <Section note={t('found', { n: found.items.length })} title={t('results')}>
          <List label={t('results')}>{found.items.map((item) => <FoundRow key={item.itemId} item={item} />)}</List>
        </Section>
      )}
    </Page>
  )
}
