import { useEffect, useState, type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { isBadRating } from '@shared/ratingTags'
import { useLanguage, useText } from '@/i18n'
import { rateTexts } from '@/i18n/ratings'
import { goBack, useOnline } from '@/platform'
import { Button, Notice, OfflineBar, Page } from '@/ui'
import { ratingDrafts } from './api'
import { RatingFields } from './RatingFields'
import { emptyForm, formOf, missing, type RatingForm } from './ratingForm'
import { refusalText } from './refusal'
import { nameOf, needsSession, type RatingSubject } from './subject'
import type { RatingPage } from './useRating'

const hints = { level: 'chooseFirst', reason: 'reasonNeeded', photosComing: 'photosComing', photosFailed: 'photosFailed' } as const

interface RateFormProps { readonly subject: RatingSubject; readonly page: RatingPage; readonly head: ReactNode; readonly allow?: () => Promise<void> }

/** What is asked of the citizen, and the button that sends it. What was refused stands there again, to be mended. */
export const RateForm = ({ subject, page, head, allow }: RateFormProps) => {
  const t = useText(rateTexts)
  const language = useLanguage()
  const online = useOnline()
  const { kept, trying } = page
  const [own, name] = [needsSession(subject), nameOf(subject)]
  const [form, setForm] = useState<RatingForm>(() => (kept ? formOf(kept.body) : (own ? ratingDrafts.read(name) : null) ?? emptyForm))
  // The app may end at any moment.
  useEffect(() => { if (own && form !== emptyForm) ratingDrafts.write(name, form) }, [own, name, form])
  const lacks = missing(form)
  const busy = trying && page.sending
  const send = (): void => {
    // Only a bad one is answered, and only to somebody who is known.
    if (form.level !== null && isBadRating(form.level) && own) void allow?.()
    // From here on it is kept as what is to be sent.
    if (own) ratingDrafts.drop()
    page.send(form)
  }
  const foot = (
    <>
      {lacks && <Text className='yc-rate-hint'>{t(hints[lacks])}</Text>}
      <Button disabled={lacks !== null} busy={busy} onPress={send}>{busy ? t('sending') : t('send')}</Button>
    </>
  )
  return (
    <Page title={t('title')} onBack={goBack} foot={foot} banner={online ? undefined : <OfflineBar />}>
      {head}
      {kept?.refused && (
        <View className='rate-refused'>
          <Notice tone='error' title={t('notSent')} action={<Button kind='quiet' small onPress={page.giveUp}>{t('giveUp')}</Button>}>{refusalText(kept.refused, language)}</Notice>
        </View>
      )}
      <RatingFields form={form} onChange={setForm} ask={t(subject.kind === 'visit' ? 'ask' : 'askCase')} photos={own} />
    </Page>
  )
}
