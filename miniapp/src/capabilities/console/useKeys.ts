import { useEffect, useRef } from 'react'
import { actOfPress, type Keys } from './keys'

/** Listens to these keys on the whole page while `active`. */
export const useKeys = <A extends string>(keys: Keys<A>, active: boolean, onAct: (act: A) => void): void => {
  const latest = useRef(onAct)
  useEffect(() => { latest.current = onAct })
  useEffect(() => {
    if (!active) return undefined
    const listen = (event: KeyboardEvent): void => {
      const focus = document.activeElement
      const act = actOfPress(event, focus instanceof HTMLElement ? focus : null, keys)
      if (act === null) return
      event.preventDefault()
      latest.current(act)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [keys, active])
}
