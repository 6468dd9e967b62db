import { useText } from '@/i18n'
import { addPersonTexts } from '@/i18n/persons'
import { openPage, pageUrl, type ApiError } from '@/platform'
import { Button, Notice } from '@/ui'
import type { PersonForm } from './personForm'

/** Why nobody was added, and what to do next. */
export const NotAdded = ({ why, kind }: { why: ApiError; kind: PersonForm['kind'] }) => {
  const t = useText(addPersonTexts)
  const said = (text: string) => <Notice tone='error' title={t('notSent')}>{text}</Notice>
  switch (why.code) {
    case 'NAME_NOT_CONFIRMED': return said(`${why.message} ${t('nameNotConfirmedNext')}`)
    case 'NOT_AUTHORISED': return said(`${why.message} ${t('notAuthorisedNext')}`)
    case 'IDENTITY_UNAVAILABLE': return said(t('identityUnavailable'))
    case 'REAL_NAME_NEEDED': {
      const verify = <Button kind='secondary' small onPress={() => openPage('real-name', { next: pageUrl('persons', { add: kind }) })}>{t('verify')}</Button>
      return <Notice tone='error' title={t('notSent')} action={verify}>{t('realNameNeeded')}</Notice>
    }
    default: return said(why.retry === 'same-key' ? t('noAnswer') : why.message)
  }
}
