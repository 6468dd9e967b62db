import type { KeyboardEvent } from 'react'
import type { ConsoleView } from '@shared/console'
import type { LineView } from '@shared/halls'
import { useLocalText, useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { Dialog } from './Dialog'

interface TransferDialogProps {
  readonly number: string
  readonly targets: readonly LineView[]
  readonly view: ConsoleView
  readonly onChoose: (lineId: string) => void
  readonly onClose: () => void
}

/** Which line the number goes to; a line's own letter chooses it. */
export const TransferDialog = ({ number, targets, view, onChoose, onClose }: TransferDialogProps) => {
  const t = useText(consoleTexts)
  const local = useLocalText()
  const waiting = (lineId: string): number => view.lines.find((line) => line.lineId === lineId)?.waiting ?? 0
  const choose = (event: KeyboardEvent): void => {
    const letter = (event.key === 'Process' ? event.code.replace(/^Key/, '') : event.key).toUpperCase()
    if (!event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey && targets.some((line) => line.lineId === letter)) onChoose(letter)
  }
  return (
    <Dialog title={t('transferTo', { number })} onClose={onClose}>
      <div className='console-options' onKeyDown={choose}>
        {targets.map((line) => (
          <button key={line.lineId} type='button' className='console-place-option' aria-keyshortcuts={line.lineId} onClick={() => onChoose(line.lineId)}>
            <span className='console-place-main'><b>{local(line.name)}</b><small>{t('waitingThere', { n: waiting(line.lineId) })}</small></span>
            <kbd aria-hidden='true'>{line.lineId}</kbd>
          </button>
        ))}
        <p className='console-hint'>{t(targets.length > 0 ? 'transferKeeps' : 'transferNone')}</p>
      </div>
    </Dialog>
  )
}
