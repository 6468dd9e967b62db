import { useCallback, useEffect, useRef, useState } from 'react'
import type { HallDetail } from '@shared/halls'
import { isFlag, stored } from '@/platform/storage'
import { browserSpeaker, type Speaker } from '@/platform/web/speech'
import { newCalls, nothingHeard } from './announce'
import { spokenCall } from './spoken'
import type { HeardBoard } from './useBoard'
import { windowName } from './view'

/** Remembered, so that a screen whose browser allows sound without a touch speaks again after a restart by itself. */
const wanted = stored('screen-sound', 1, isFlag)

export interface Announcements {
  /** `off`: one touch enables it. `none`: this browser has no voice. */
  readonly sound: 'none' | 'off' | 'on'
  readonly enable: () => void
}

/** Speaks each new call once, in Chinese and then in English, as far as the browser can and lets us. */
export const useAnnouncements = (heard: HeardBoard | null, hall: HallDetail | null): Announcements => {
  const [sound, setSound] = useState<Announcements['sound']>('none')
  const speaker = useRef<Speaker | null>(null)
  const memory = useRef(nothingHeard)

  useEffect(() => {
    speaker.current = browserSpeaker(() => setSound('off'))
    if (speaker.current) setSound(wanted.read() === true ? 'on' : 'off')
    return () => speaker.current?.silence()
  }, [])

  useEffect(() => {
    if (!heard || !hall) return
    const { calls, heard: next } = newCalls(memory.current, heard.board)
    memory.current = next
    if (sound === 'on') calls.forEach((call) => speaker.current?.say(spokenCall(call.number, windowName(hall, call.windowId))))
  }, [heard, hall, sound])

  const enable = useCallback(() => {
    wanted.write(true)
    setSound('on')
    // Said within the touch, this is what opens the browser's ears; and one hears that it works.
    speaker.current?.say([{ lang: 'zh-CN', text: '语音播报已开启' }, { lang: 'en-US', text: 'Spoken calls are on' }])
  }, [])
  return { sound, enable }
}
