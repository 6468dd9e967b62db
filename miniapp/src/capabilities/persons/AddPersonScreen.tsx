import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { serviceDay } from '@shared/time'
import { useText } from '@/i18n'
import { addPersonTexts, personTexts } from '@/i18n/persons'
import { goBack, now, openPage, pageUrl, useOnline, usePageTitle, useSession, useSessionEnded } from '@/platform'
import { Button, Chips, Notice, OfflineBar, Page, Section, SignInFirst } from '@/ui'
import { ConsentPart } from './ConsentPart'
import { NotAdded } from './NotAdded'
import { bodyOf, chooseKind, emptyForm, faultOf, type PersonForm } from './personForm'
import { PersonFields } from './PersonFields'
import './persons.scss'
import { useAddPerson } from './useAddPerson'

/** Adding somebody to book for, or renewing what has ended. A fault is told once “Add” was tapped, and then until it is gone. */
export const AddPersonScreen = ({ kind = 'family' }: { kind?: PersonForm['kind'] }) => {
  const t = useText(addPersonTexts)
  const list = useText(personTexts)
  const session = useSession()
  const online = useOnline()
  const ended = useSessionEnded()
  const [form, setForm] = useState(() => chooseKind(emptyForm, kind))
  const [tried, setTried] = useState(false)
  const { sending, refused, send } = useAddPerson(goBack)
  usePageTitle(t('title'))

  if (!session) {
    const signIn = (): void => openPage('sign-in', { next: pageUrl('persons', { add: kind }) })
    return <Page title={t('title')} onBack={goBack}><SignInFirst title={list('signInFirst')} ended={ended} onSignIn={signIn} /></Page>
  }
  const today = serviceDay(now())
  const fault = faultOf(form, today)
  const press = (): void => {
    setTried(true)
    const body = bodyOf(form, today)
    if (body) send(body)
  }
  const foot = (
    <>
      {tried && fault && <View className='persons-said'><Notice tone='error'>{t(fault)}</Notice></View>}
      {refused && !fault && <View className='persons-said'><NotAdded why={refused} kind={form.kind} /></View>}
      <Button busy={sending} onPress={press}>{sending ? t('sending') : t('send')}</Button>
    </>
  )
  return (
    <Page title={t('title')} onBack={goBack} foot={foot} banner={online ? undefined : <OfflineBar />}>
      <Section title={t('kind')}>
        <Chips
          single label={t('kind')} chosen={[form.kind]} onToggle={(chosen) => { setTried(false); setForm(chooseKind(form, chosen)) }}
          options={[{ value: 'family', label: t('family') }, { value: 'enterprise', label: t('enterprise') }]}
        />
      </Section>
      <PersonFields form={form} today={today} onChange={setForm} />
      <ConsentPart form={form} today={today} onChange={setForm} />
      <Text className='persons-count'>{t('privacy')}</Text>
    </Page>
  )
}
