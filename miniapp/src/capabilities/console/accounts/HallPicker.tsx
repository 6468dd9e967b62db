import { useState } from 'react'
import type { HallSummary } from '@shared/halls'
import { useLocalText, useText } from '@/i18n'
import { accountTexts } from '@/i18n/consoleAccounts'
import { useRemote } from '@/platform/remote'
import type { ConsoleApi } from '../api'

/** So many of the halls found are offered; a longer name finds fewer. */
const OFFERED = 4

type Hall = Pick<HallSummary, 'hallId' | 'name'>
interface HallPickerProps { readonly api: ConsoleApi; readonly chosen: readonly Hall[]; readonly onChange: (halls: readonly Hall[]) => void }

/** Chooses halls by their names. */
export const HallPicker = ({ api, chosen, onChange }: HallPickerProps) => {
  const t = useText(accountTexts)
  const local = useLocalText()
  const [text, setText] = useState('')
  const { data, failure } = useRemote(`halls ${text.trim()}`, () => api.searchHalls(text.trim()))
  const offered = (data?.halls ?? []).filter(({ hallId }) => !chosen.some((one) => one.hallId === hallId)).slice(0, OFFERED)
  return (
    <div className='console-halls'>
      {chosen.map((hall) => (
        <button key={hall.hallId} type='button' className='console-small is-on' aria-label={t('dropHall', { hall: local(hall.name) })} onClick={() => onChange(chosen.filter((one) => one !== hall))}>
          {local(hall.name)} ×
        </button>
      ))}
      <input className='console-input' type='search' aria-label={t('findHall')} placeholder={t('findHall')} value={text} maxLength={40} onChange={(event) => setText(event.target.value)} onKeyDown={(event) => { if (event.key === 'Enter') event.preventDefault() }} />
      {offered.map((hall) => (
        <button key={hall.hallId} type='button' className='console-small' onClick={() => onChange([...chosen, { hallId: hall.hallId, name: hall.name }])}>＋ {local(hall.name)}</button>
      ))}
      {failure && <p className='console-hint'>{failure.message}</p>}
    </div>
  )
}
