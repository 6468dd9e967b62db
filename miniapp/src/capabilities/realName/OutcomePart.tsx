import { useText } from '@/i18n'
import { realNameTexts } from '@/i18n/realName'
import { openPage } from '@/platform'
import { Button, Empty, ErrorState } from '@/ui'
import type { FaceCheck } from './useFaceCheck'

/** A check that did not end in a verification: what happened, and the one thing to do next. */
export const OutcomePart = ({ check }: { check: FaceCheck }) => {
  const t = useText(realNameTexts)
  const { state } = check
  const restart = (primary: boolean) => <Button kind={primary ? 'primary' : 'secondary'} onPress={check.restart}>{t('restart')}</Button>
  switch (state.kind) {
    case 'refused': return <ErrorState message={t('refusedTitle')} next={t('refusedNext')} requestId={state.why.requestId} action={restart(true)} />
    case 'cancelled': case 'unable': {
      const ways = <><Button onPress={check.goOn}>{t('again')}</Button>{restart(false)}</>
      return <Empty icon='person' title={t('cancelledTitle')} text={t(state.kind === 'cancelled' ? 'cancelledText' : 'unableText')} action={ways} />
    }
    case 'gone': return <Empty icon='clock' title={t('goneTitle')} text={t('goneText')} action={restart(true)} />
    case 'known': return <ErrorState message={t('knownTitle')} next={state.why.message} action={<Button onPress={() => openPage('persons', { add: 'family' })}>{t('family')}</Button>} />
    case 'unknown': return <ErrorState message={t('unknownTitle')} next={t('unknownText')} requestId={state.why.requestId} action={<Button onPress={check.askAgain}>{t('askAgain')}</Button>} />
    default: return null
  }
}
