import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import { quietly } from './quietly'
import { useVisible } from './visibility'

interface Held { readonly release: () => unknown; readonly onLost: (lost: () => void) => void }

const fromBrowser = async (): Promise<Held | null> => {
  if (!('wakeLock' in navigator)) return null
  const lock = await navigator.wakeLock.request('screen')
  return { release: () => lock.release(), onLost: (lost) => lock.addEventListener('release', lost) }
}

const fromHost = async (): Promise<Held> => {
  await Taro.setKeepScreenOn({ keepScreenOn: true })
  return { release: () => Taro.setKeepScreenOn({ keepScreenOn: false }), onLost: () => undefined }
}

/** Keeps the screen from going dark until released; null where it cannot. */
const hold = TARGET === 'h5' ? fromBrowser : fromHost

/** Keeps the screen on while wanted and seen. Gives whether the host does so, for a page must not promise what it cannot keep. */
export const useScreenOn = (wanted: boolean): boolean => {
  const on = useVisible() && wanted
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (!on) return undefined
    let over = false
    const asked = hold().catch(() => null)
    void asked.then((screen) => {
      if (over || !screen) return
      setHeld(true)
      screen.onLost(() => { if (!over) setHeld(false) })
    })
    return () => {
      over = true
      setHeld(false)
      quietly(async () => (await asked)?.release())
    }
  }, [on])
  return held
}
