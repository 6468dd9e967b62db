import { useState } from 'react'
import { useText } from '@/i18n'
import { realNameTexts } from '@/i18n/realName'
import { goBack, openPage, pageUrl, useOnline, usePageTitle, useRemote, useSession, useSessionEnded } from '@/platform'
import { canCheckFace } from '@/platform/face'
import { ErrorState, Loading, Notice, OfflineBar, Page, SignInFirst } from '@/ui'
import { readRealName } from './api'
import { FaceForm } from './FaceForm'
import { OutcomePart } from './OutcomePart'
import './realName.scss'
import { emptyForm } from './realNameForm'
import { UnifiedPart } from './UnifiedPart'
import { useFaceCheck } from './useFaceCheck'
import { VerifiedPart } from './VerifiedPart'

/** My real name: whether it is verified, and how it can be. `next`: where the citizen was going when it was asked for. */
export const RealNameScreen = ({ next }: { next: string }) => {
  const t = useText(realNameTexts)
  const session = useSession()
  const ended = useSessionEnded()
  const online = useOnline()
  const { data, failure, loading, reload } = useRemote(`real-name/${session?.token ?? ''}`, readRealName, { skip: !session })
  const [form, setForm] = useState(emptyForm)
  const check = useFaceCheck(() => setForm(emptyForm))
  const { state } = check
  usePageTitle(t('title'))

  const part = () => {
    if (!session || failure?.code === 'UNAUTHENTICATED') {
      const signIn = (): void => openPage('sign-in', { next: pageUrl('real-name', { next: next || undefined }) })
      return <SignInFirst title={t('signInFirst')} text={t('signInWhy')} ended={ended} onSignIn={signIn} />
    }
    if (state.kind === 'verified') return <VerifiedPart realName={state.realName} fresh={state.joined ? 'joined' : 'verified'} next={next} />
    if (!data) return failure ? <ErrorState message={failure.message} requestId={failure.requestId} busy={loading} onRetry={reload} /> : <Loading rows={3} />
    const idle = state.kind === 'form'
    if (data.realName && idle) return <VerifiedPart realName={data.realName} fresh={null} next={next} />
    const notOffered = idle && state.refused?.code === 'FACE_NOT_OFFERED'
    if (!canCheckFace || data.way === 'unified' || notOffered) {
      return <>{notOffered && <Notice tone='attention'>{t('noFace')}</Notice>}<UnifiedPart next={next} signedInElsewhere={data.way === 'face'} /></>
    }
    const under = idle || state.kind === 'starting' || state.kind === 'checking' || state.kind === 'asking'
    return under ? <FaceForm form={form} check={check} onChange={setForm} /> : <OutcomePart check={check} />
  }
  return <Page title={t('title')} onBack={goBack} banner={online ? undefined : <OfflineBar />}>{part()}</Page>
}
