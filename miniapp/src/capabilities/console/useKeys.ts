import { useEffect, useRef } from 'react'
import { actOfPress, type KeyAct } from './keys'

/** Listens to the console's keys on the whole page while `active`. */
export const useKeys = (active: boolean, onAct: (act: KeyAct) => void): void => {
  const latest = useRef(onAct)
  useEffect(() => { latest.current = onAct })
  useEffect(() => {
    if (!active) return undefined
    const listen = (event: KeyboardEvent): void => {
      const focus = document.activeElement
      const act = actOfPress(event, focus instanceof HTMLElement ? focus : null)
      if (act === null) return
      event.preventDefault()
      latest.current(act)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [active])
}
