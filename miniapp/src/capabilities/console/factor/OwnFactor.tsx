import { useEffect, useState } from 'react'
import { useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { factorTexts } from '@/i18n/consoleFactor'
import { useRemote } from '@/platform/remote'
import { ErrorState, Loading, Tag } from '@/ui'
import type { ConsoleApi } from '../api'
import { Dialog } from '../Dialog'
import { isSessionOver } from '../staff'
import type { Acts } from '../useActs'
import { problemOf } from './problem'
import { ProveFactor } from './ProveFactor'
import { SetUpFactor } from './SetUpFactor'

/** From so few on new recovery codes are recommended. */
const FEW = 3

interface OwnFactorProps { readonly api: ConsoleApi; readonly acts: Acts; readonly onSessionOver: () => void }

/** One's own second factor: whether there is one, and setting it up, renewing it, doing without. */
export const OwnFactor = ({ api, acts, onSessionOver }: OwnFactorProps) => {
  const t = useText(factorTexts)
  const tc = useText(consoleTexts)
  const [dialog, setDialog] = useState<'set-up' | 'end' | null>(null)
  const { data, failure, loading, reload } = useRemote('own-factor', () => api.session())
  useEffect(() => { if (isSessionOver(failure?.code)) onSessionOver() }, [failure, onSessionOver])
  const open = (next: 'set-up' | 'end'): void => {
    acts.say(null)
    setDialog(next)
  }
  const close = (): void => setDialog(null)
  const done = (): void => {
    close()
    reload()
  }
  const end = (password: string, otp: string | undefined): void => {
    void acts.perform({ send: () => api.endFactor(password, otp), done: () => t('ended'), then: done })
  }
  const on = data?.secondFactor ?? false
  return (
    <section className='console-form' aria-label={t('title')}>
      <h2>{t('title')} {data && <Tag tone={on ? 'done' : 'plain'}>{t(on ? 'on' : 'off')}</Tag>}</h2>
      {data === null && (failure ? <ErrorState message={failure.message} requestId={failure.requestId} busy={loading} onRetry={reload} /> : <Loading />)}
      {data && <p className='console-hint'>{on ? t(data.recoveryLeft <= FEW ? 'few' : 'left', { n: data.recoveryLeft }) : t('what')}</p>}
      {data && (
        <p className='console-factor-acts'>
          <button type='button' className='console-small' onClick={() => open('set-up')}>{t(on ? 'renew' : 'setUp')}</button>
          {on && !data.secondFactorNeeded && <button type='button' className='console-small' onClick={() => open('end')}>{t('end')}</button>}
        </p>
      )}
      {dialog === 'set-up' && (
        <Dialog title={t(on ? 'renewTitle' : 'setUp')} onClose={close}>
          <SetUpFactor api={api} acts={acts} renews={on} given={null} onDone={done} />
        </Dialog>
      )}
      {dialog === 'end' && (
        <Dialog title={t('endTitle')} onClose={close}>
          <ProveFactor note={<p>{t('endNote')}</p>} asksCode given={null} act={t('end')} acting={acts.acting} problem={problemOf(acts, tc('confirming'))} onProve={end} />
        </Dialog>
      )}
    </section>
  )
}
