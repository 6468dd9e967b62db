import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { serviceDay } from '@shared/time'
import { useText } from '@/i18n'
import { realNameTexts } from '@/i18n/realName'
import { now, type ApiError } from '@/platform'
import { Button, CheckboxRow, List, Notice, Section, TextField } from '@/ui'
import { bodyOf, faultOf, LONGEST_NAME, LONGEST_NUMBER, type RealNameForm } from './realNameForm'
import type { FaceCheck } from './useFaceCheck'

const Refused = ({ why }: { why: ApiError }) => {
  const t = useText(realNameTexts)
  const text = why.code === 'IDENTITY_UNAVAILABLE' ? t('unavailable') : why.retry === 'same-key' ? t('noAnswer') : why.message
  return <View className='real-said'><Notice tone='error' title={t('notStarted')}>{text}</Notice></View>
}

interface FaceFormProps { readonly form: RealNameForm; readonly check: FaceCheck; readonly onChange: (form: RealNameForm) => void }

/** Name and number, and two consents, each given apart. A fault is told once the button was tapped, and then until it is gone. */
export const FaceForm = ({ form, check, onChange }: FaceFormProps) => {
  const t = useText(realNameTexts)
  const [tried, setTried] = useState(false)
  const today = serviceDay(now())
  const fault = faultOf(form, today)
  const { kind } = check.state
  const refused = check.state.kind === 'form' ? check.state.refused : null
  const busy = kind === 'starting' || kind === 'checking' || kind === 'asking'
  const press = (): void => {
    setTried(true)
    const body = bodyOf(form, today)
    if (body) check.begin(body)
  }
  return (
    <>
      <Text className='real-why'>{t('why')}</Text>
      <Section>
        <TextField label={t('name')} placeholder={t('nameHint')} maxLength={LONGEST_NAME} value={form.name} onChange={(name) => onChange({ ...form, name })} />
        <View className='real-gap'>
          <TextField label={t('idNumber')} placeholder={t('numberHint')} maxLength={LONGEST_NUMBER} value={form.number} onChange={(number) => onChange({ ...form, number })} />
        </View>
        <Text className='real-small'>{t('privacy')}</Text>
      </Section>
      <Section title={t('consents')}>
        <List label={t('consents')}>
          <CheckboxRow title={t('idNumberConsent')} note={t('idNumberConsentNote')} checked={form.idNumberConsent} onChange={(idNumberConsent) => onChange({ ...form, idNumberConsent })} />
          <CheckboxRow title={t('faceConsent')} note={t('faceConsentNote')} checked={form.faceConsent} onChange={(faceConsent) => onChange({ ...form, faceConsent })} />
        </List>
      </Section>
      <Section>
        {tried && fault && <View className='real-said'><Notice tone='error'>{t(fault)}</Notice></View>}
        {refused && !fault && <Refused why={refused} />}
        <Button busy={busy} onPress={press}>{kind === 'form' ? t('start') : t(kind === 'asking' ? 'asking' : kind === 'checking' ? 'checking' : 'starting')}</Button>
      </Section>
    </>
  )
}
