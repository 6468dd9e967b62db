import type { Spoken } from '@/i18n/spokenCall'

/** The parts of the browser’s speech that are used; `window.speechSynthesis` in production. */
export interface Voice { readonly lang: string }
export interface SpokenUtterance<V extends Voice> {
  voice: V | null
  onend: (() => void) | null
  onerror: ((event: { readonly error: string }) => void) | null
}
export interface SpeechEngine<V extends Voice = SpeechSynthesisVoice> {
  getVoices(): readonly V[]
  speak(utterance: SpokenUtterance<V>): void
  cancel(): void
}

/** One call, to be said in both languages. */
export interface Announcement { readonly key: string; readonly parts: readonly Spoken[] }

export interface Speaker {
  /** Says this after all that was said before, in the background; a failure is passed over, for the screen shows every call too. */
  say(announcement: Announcement): void
  /** Forgets what waits to be said and is not wanted any more; what is being said is finished. */
  keep(isWanted: (key: string) => boolean): void
  /** Stops at once and forgets what has not been said yet. */
  silence(): void
}

export interface SpeakerParts<V extends Voice> {
  readonly engine: SpeechEngine<V>
  readonly make: (utterance: Spoken) => SpokenUtterance<V>
  /** The browser wants a touch or click before it speaks. */
  readonly onBlocked: () => void
  /** Which announcement is being said now; null in silence. */
  readonly onSaying: (key: string | null) => void
}

/** Some engines never say that they are done: after so long the next is said. Slow speech takes about 0.4 s a character. */
const longestMs = (text: string): number => 4000 + text.length * 400

/** The voice of just this language, else of a near one: a hall in Guangzhou has zh-CN and zh-HK, which sound quite different. */
export const voiceFor = <V extends Voice>(voices: readonly V[], lang: string): V | null => {
  const langOf = (voice: V): string => voice.lang.replace('_', '-').toLowerCase()
  return voices.find((voice) => langOf(voice) === lang.toLowerCase()) ?? voices.find((voice) => langOf(voice).startsWith(lang.slice(0, 2))) ?? null
}

/** Says one thing after another. A language without a voice is skipped once the browser has listed its voices. */
export const createSpeaker = <V extends Voice>({ engine, make, onBlocked, onSaying }: SpeakerParts<V>): Speaker => {
  let waiting: Announcement[] = []
  let parts: Spoken[] = []
  let talking = false
  let watch: ReturnType<typeof setTimeout> | undefined

  /** The next part, and with the first one of an announcement, which it is. */
  const take = (): Spoken | undefined => {
    const part = parts.shift()
    if (part) return part
    const announcement = waiting.shift()
    onSaying(announcement?.key ?? null)
    if (!announcement) return undefined
    parts = [...announcement.parts]
    return take()
  }

  const next = (): void => {
    const part = take()
    talking = part !== undefined
    if (part === undefined) return
    const voice = voiceFor(engine.getVoices(), part.lang)
    if (voice === null && engine.getVoices().length > 0) return next()
    const spoken = make(part)
    spoken.voice = voice
    let over = false
    const end = (): void => {
      if (over) return
      over = true
      clearTimeout(watch)
      next()
    }
    watch = setTimeout(() => { engine.cancel(); end() }, longestMs(part.text))
    spoken.onend = end
    spoken.onerror = ({ error }) => {
      if (error === 'not-allowed') { waiting = []; parts = []; onBlocked() }
      end()
    }
    engine.speak(spoken)
  }

  return {
    say: (announcement) => {
      waiting.push(announcement)
      if (!talking) next()
    },
    keep: (isWanted) => { waiting = waiting.filter(({ key }) => isWanted(key)) },
    silence: () => {
      waiting = []
      parts = []
      talking = false
      clearTimeout(watch)
      engine.cancel()
      onSaying(null)
    },
  }
}

/** A speaker on this browser’s own voice; null where it has none. */
export const browserSpeaker = (told: Pick<SpeakerParts<Voice>, 'onBlocked' | 'onSaying'>): Speaker | null => {
  if (typeof window === 'undefined' || !('speechSynthesis' in window)) return null
  return createSpeaker<SpeechSynthesisVoice>({
    engine: window.speechSynthesis as SpeechEngine, ...told,
    make: ({ lang, text }) => {
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.lang = lang
      utterance.rate = 0.9
      return utterance as SpokenUtterance<SpeechSynthesisVoice>
    },
  })
}
