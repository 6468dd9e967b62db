import type { ReactNode } from 'react'
import { useText } from '@/i18n'
import { refusalTexts } from '@/i18n/console'
import { classes } from '@/ui'
import type { Refusal } from './allowed'

interface ActButtonProps {
  readonly children: string
  readonly keyName: string
  readonly refusal: Refusal | null
  /** Another act is on its way: takes no press, but keeps its look, for it is only a moment. */
  readonly busy: boolean
  readonly onPress: () => void
  /** Shown below the words, e.g. how many calls are left. */
  readonly note?: ReactNode
  readonly main?: boolean
  readonly wide?: boolean
}

/**
 * A button with its key. While it does not work it stays in reach and a press is answered with the reason:
 * a button that vanished from under the focus would throw whoever works without a mouse back to the top.
 */
export const ActButton = ({ children, keyName, refusal, busy, onPress, note, main = false, wide = false }: ActButtonProps) => {
  const why = useText(refusalTexts)
  return (
    <button
      type='button' className={classes('console-act', main && refusal === null && 'is-main', wide && 'is-wide', refusal !== null && 'is-off')}
      aria-disabled={busy || refusal !== null} aria-keyshortcuts={keyName} title={refusal === null ? undefined : why(refusal)}
      onClick={() => { if (!busy) onPress() }}
    >
      <span className='console-act-text'>{children}{note && <small>{note}</small>}</span>
      <kbd aria-hidden='true'>{keyName}</kbd>
    </button>
  )
}
