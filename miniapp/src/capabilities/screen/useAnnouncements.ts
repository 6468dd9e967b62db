import { useCallback, useEffect, useRef, useState } from 'react'
import type { HallDetail } from '@shared/halls'
import { spokenCall, spokenSoundOn } from '@/i18n/spokenCall'
import { isFlag, stored } from '@/platform/storage'
import { callKey, newCalls, nothingHeard } from './announce'
import { browserSpeaker, type Speaker } from './speaker'
import type { HeardBoard } from './useBoard'
import { windowName } from './view'

/** Remembered, so that a screen whose browser allows sound without a touch speaks again after a restart by itself. */
const wanted = stored('screen-sound', 1, isFlag)

export interface Announcements {
  /** `off`: one touch enables it. `none`: this browser has no voice. */
  readonly sound: 'none' | 'off' | 'on'
  readonly enable: () => void
  /** The call that is being said now, by its `callKey`; null in silence. */
  readonly saying: string | null
}

/** Speaks each new call once, in Chinese and then in English, as far as the browser can and lets us. */
export const useAnnouncements = (heard: HeardBoard | null, hall: HallDetail | null): Announcements => {
  const [sound, setSound] = useState<Announcements['sound']>('none')
  const [saying, setSaying] = useState<string | null>(null)
  const speaker = useRef<Speaker | null>(null)
  const memory = useRef(nothingHeard)

  useEffect(() => {
    speaker.current = browserSpeaker({ onBlocked: () => setSound('off'), onSaying: setSaying })
    if (speaker.current) setSound(wanted.read() === true ? 'on' : 'off')
    return () => speaker.current?.silence()
  }, [])

  useEffect(() => {
    if (!heard || !hall) return
    const { calls, heard: next } = newCalls(memory.current, heard.board)
    memory.current = next
    speaker.current?.keep((key) => next.calls.has(key))
    if (sound === 'on') calls.forEach((call) => speaker.current?.say({ key: callKey(call), parts: spokenCall(call.number, windowName(hall, call.windowId)) }))
  }, [heard, hall, sound])

  const enable = useCallback(() => {
    wanted.write(true)
    setSound('on')
    // Said within the touch, this is what opens the browser's ears; and one hears that it works.
    speaker.current?.say({ key: '', parts: spokenSoundOn() })
  }, [])
  return { sound, enable, saying }
}
