import { useState } from 'react'
import { useLocalText, useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { accountTexts } from '@/i18n/consoleAccounts'
import { parkedTexts } from '@/i18n/consoleParked'
import { useRemote } from '@/platform/remote'
import { ErrorState, Loading } from '@/ui'
import type { ConsoleApi } from './api'
import { Frame } from './Frame'
import { LanguageButton } from './LanguageButton'
import { Places } from './Places'
import { isOperator, type Staff } from './staff'
import { SupervisionLink } from './SupervisionLink'

interface ChooseHallProps {
  readonly api: ConsoleApi
  /** Somebody who may act in every hall searches among them. */
  readonly staff: Staff
  readonly onChoose: (hallId: string) => void
  readonly onAccount: () => void
  /** For operators. */
  readonly onParked: () => void
  readonly onSignOut: () => void
}

export const ChooseHall = ({ api, staff, onChoose, onAccount, onParked, onSignOut }: ChooseHallProps) => {
  const { halls, name } = staff
  const t = useText(consoleTexts)
  const ta = useText(accountTexts)
  const tp = useText(parkedTexts)
  const local = useLocalText()
  const [text, setText] = useState('')
  const searching = halls.length === 0
  const found = useRemote(searching ? `search ${text.trim()}` : halls.join(), async () =>
    (searching ? (await api.searchHalls(text.trim())).halls : Promise.all(halls.map((hallId) => api.hall(hallId)))))

  return (
    <Frame
      narrow
      top={
        <>
          <span className='console-place'>{t('title')}</span>
          <SupervisionLink staff={staff} />
          {isOperator(staff) && <button type='button' className='console-quiet' onClick={onParked}>{tp('open')}</button>}
          <LanguageButton />
          <button type='button' className='console-quiet' title={ta('open')} onClick={onAccount}>{local(name)}</button>
          <button type='button' className='console-quiet' onClick={onSignOut}>{t('signOut')}</button>
        </>
      }
    >
      <h1 className='console-title'>{t('chooseHall')}</h1>
      {searching && (
        <label className='console-field'>
          <span>{t('searchHall')}</span>
          <input className='console-input' type='search' value={text} onChange={(event) => setText(event.target.value)} maxLength={40} autoFocus />
        </label>
      )}
      {found.data === null && (found.failure ? <ErrorState message={found.failure.message} onRetry={found.reload} busy={found.loading} requestId={found.failure.requestId} /> : <Loading />)}
      {found.data?.length === 0 && <p className='console-hint'>{t('noHall')}</p>}
      {found.data && <Places options={found.data.map((hall) => ({ id: hall.hallId, title: local(hall.name), note: local(hall.address) }))} onChoose={onChoose} />}
    </Frame>
  )
}
