import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { Person } from '@shared/persons'
import { useText } from '@/i18n'
import { personTexts } from '@/i18n/persons'
import { goBack, openPage, pageUrl, usePageTitle, useSessionEnded } from '@/platform'
import { Button, Confirm, Empty, ErrorState, List, Loading, Notice, OfflineBar, Page, Row, SignInFirst } from '@/ui'
import './persons.scss'
import { usePersons } from './usePersons'
import { useGrantWords, usePersonWords } from './usePersonWords'
import { useRemovePerson } from './useRemovePerson'

const PersonRow = ({ person, onRemove }: { person: Person; onRemove: () => void }) => {
  const t = useText(personTexts)
  const words = usePersonWords()
  const granted = useGrantWords()(person)
  const { name, kind, expired } = person
  const note = (
    <>
      <Text className={expired ? 'persons-line is-expired' : 'persons-line'}>{words(person)}</Text>
      {granted !== null && <Text className='persons-line'>{granted}</Text>}
      <Text className='persons-line'>{person.idMasked}</Text>
      {expired && <Button kind='secondary' small label={t('renewLabel', { name })} onPress={() => openPage('persons', { add: kind })}>{t('renew')}</Button>}
    </>
  )
  return <Row title={name} note={note} side={<Button kind='quiet' small label={t('removeLabel', { name })} onPress={onRemove}>{t('remove')}</Button>} />
}

/** Those one may book for: who they are, adding and removing them. */
export const PersonsScreen = () => {
  const t = useText(personTexts)
  const { session, data, failure, loading, reload } = usePersons()
  const sessionEnded = useSessionEnded()
  const [asked, setAsked] = useState<Person | null>(null)
  const { busy, refused, remove } = useRemovePerson(() => { setAsked(null); reload() })
  usePageTitle(t('title'))

  if (!session) {
    return <Page title={t('title')} onBack={goBack}><SignInFirst title={t('signInFirst')} ended={sessionEnded} onSignIn={() => openPage('sign-in', { next: pageUrl('persons') })} /></Page>
  }
  const persons = data?.persons ?? []
  const ended = persons.some(({ expired }) => expired)
  // One that has ended may be renewed all the same.
  const full = data !== null && persons.length >= data.most && !ended
  const foot = data && (
    <>
      {full && <Text className='persons-hint'>{t('full', { most: data.most })}</Text>}
      <Button disabled={full} onPress={() => openPage('persons', { add: '1' })}>{t('add')}</Button>
    </>
  )
  return (
    <Page title={t('title')} onBack={goBack} foot={foot} banner={data && failure ? <OfflineBar troubled={failure.code !== 'OFFLINE'} /> : undefined}>
      {refused && <View className='persons-said'><Notice tone='error' title={t('notRemoved')}>{refused.code === 'OFFLINE' ? t('noAnswer') : refused.message}</Notice></View>}
      {!data && failure && <ErrorState message={failure.message} requestId={failure.requestId} busy={loading} onRetry={reload} />}
      {!data && !failure && <Loading rows={2} />}
      {data && persons.length === 0 && <Empty icon='people' title={t('none')} text={t('noneHint')} />}
      {data && persons.length > 0 && (
        <>
          <List label={t('title')}>{persons.map((person) => <PersonRow key={person.personId} person={person} onRemove={() => setAsked(person)} />)}</List>
          <Text className='persons-count'>{t('count', { n: persons.length, most: data.most })}</Text>
          {ended && <Text className='persons-count'>{t('renewHint')}</Text>}
        </>
      )}
      <Confirm
        open={asked !== null} title={t('removeTitle', { name: asked?.name ?? '' })} text={t('removeText')} confirm={t('remove')} cancel={t('keep')} danger busy={busy}
        onConfirm={() => { if (asked) remove(asked.personId) }} onCancel={() => setAsked(null)}
      />
    </Page>
  )
}
