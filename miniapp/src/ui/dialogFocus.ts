import { useEffect, useId, useRef } from 'react'

const REACHABLE = '[tabindex="0"], a[href], button, input, textarea, select'

/** Tab goes round within the dialog: what lies behind is not to be worked. */
const keepWithin = (event: KeyboardEvent, dialog: HTMLElement): void => {
  const stops = [...dialog.querySelectorAll<HTMLElement>(REACHABLE)]
  const [first, last] = [stops[0], stops.at(-1)]
  const focus = document.activeElement
  const leaves = event.shiftKey ? focus === first || !stops.some((stop) => stop === focus) : focus === last
  const inside = focus !== null && dialog.contains(focus)
  if (inside && !leaves) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}

/**
 * On the web, what a browser does for its own dialogs: the panel takes the focus, keeps it, closes by Escape, and gives
 * the focus back. Gives the attributes of the panel; a mini-program, which has no focus to move, gets none.
 */
export const useDialogFocus = (open: boolean, onClose: () => void): Readonly<Record<string, unknown>> => {
  const id = useId()
  const latest = useRef(onClose)
  useEffect(() => { latest.current = onClose })
  useEffect(() => {
    if (TARGET !== 'h5' || !open) return undefined
    const panel = document.getElementById(id)
    const opener = document.activeElement
    const listen = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') latest.current()
      else if (event.key === 'Tab' && panel) keepWithin(event, panel)
    }
    panel?.focus()
    document.addEventListener('keydown', listen)
    return () => {
      document.removeEventListener('keydown', listen)
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [open, id])
  return TARGET === 'h5' ? { id, tabIndex: -1 } : {}
}
