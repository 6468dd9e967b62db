import { useEffect, useState } from 'react'
import { useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { accountTexts } from '@/i18n/consoleAccounts'
import { useRemote } from '@/platform/remote'
import { ErrorState, Loading } from '@/ui'
import type { ConsoleApi } from '../api'
import { isSessionOver } from '../staff'
import type { Acts } from '../useActs'
import { AccountRow } from './AccountRow'
import { AddAccount } from './AddAccount'
import { SetPassword } from './SetPassword'
import { useAccountActs } from './useAccountActs'

/** Locks come and go by themselves. */
const EVERY_SECONDS = 30

interface AccountListProps { readonly api: ConsoleApi; readonly own: string; readonly acts: Acts; readonly onSessionOver: () => void }

/** Every account this operator looks after. */
export const AccountList = ({ api, own, acts, onSessionOver }: AccountListProps) => {
  const t = useText(accountTexts)
  const tc = useText(consoleTexts)
  const [text, setText] = useState('')
  /** An account whose password is being set; `null` inside: a new account. */
  const [dialog, setDialog] = useState<{ readonly account: string | null } | null>(null)
  const { data, failure, loading, reload } = useRemote('accounts', () => api.accounts(), { everySeconds: EVERY_SECONDS })
  const halls = useRemote('halls', () => api.searchHalls(''))
  const does = useAccountActs(api, acts, reload)
  useEffect(() => { if (isSessionOver(failure?.code)) onSessionOver() }, [failure, onSessionOver])

  const wanted = text.trim().toLowerCase()
  const shown = (data?.accounts ?? []).filter(({ account, name }) => [account, name.zh, name.en].some((one) => one.toLowerCase().includes(wanted)))
  const inDialog = { acting: acts.acting, problem: acts.unanswered ? tc('confirming') : acts.news?.tone === 'error' ? acts.news.text : null, onClose: () => setDialog(null) }
  const open = (account: string | null): void => {
    acts.say(null)
    setDialog({ account })
  }
  const closing = async (doing: Promise<boolean>): Promise<void> => { if (await doing) setDialog(null) }

  return (
    <>
      <div className='console-accounts-head'>
        <h2>{t('accounts')}</h2>
        <input className='console-input' type='search' aria-label={t('filter')} placeholder={t('filter')} value={text} maxLength={40} onChange={(event) => setText(event.target.value)} />
        <button type='button' className='console-small' onClick={() => open(null)}>{t('add')}</button>
      </div>
      {data === null && (failure ? <ErrorState message={failure.message} requestId={failure.requestId} busy={loading} onRetry={reload} /> : <Loading />)}
      {data && shown.length === 0 && <p className='console-hint'>{t('none')}</p>}
      <ul className='console-accounts'>
        {shown.map((one) => (
          <AccountRow
            key={one.account} one={one} isOwn={one.account === own} halls={halls.data?.halls ?? []} acting={acts.acting}
            onSetPassword={() => open(one.account)} onUnlock={() => { void does.unlock(one.account) }} onRemove={() => { void does.remove(one.account) }}
            onReset={() => { void does.resetFactor(one.account) }}
          />
        ))}
      </ul>
      {dialog?.account === null && <AddAccount api={api} {...inDialog} onAdd={(account) => { void closing(does.add(account)) }} />}
      {dialog && dialog.account !== null && (
        <SetPassword account={dialog.account} {...inDialog} onSet={(password) => { void closing(does.setPassword(dialog.account ?? '', password)) }} />
      )}
    </>
  )
}
