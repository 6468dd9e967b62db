export interface Utterance { readonly lang: string; readonly text: string }

/** The parts of the browser’s speech that are used; `window.speechSynthesis` in production. */
export interface Voice { readonly lang: string }
export interface SpeechEngine<V extends Voice = SpeechSynthesisVoice> {
  getVoices(): readonly V[]
  speak(utterance: SpokenUtterance<V>): void
  cancel(): void
}
export interface SpokenUtterance<V extends Voice> {
  voice: V | null
  onend: (() => void) | null
  onerror: ((event: { readonly error: string }) => void) | null
}

export interface Speaker {
  /** Says these after all that was said before, in the background; a failure is passed over, for the screen shows every call too. */
  say(utterances: readonly Utterance[]): void
  /** Stops at once and forgets what has not been said yet. */
  silence(): void
}

export interface SpeakerParts<V extends Voice> {
  readonly engine: SpeechEngine<V>
  readonly make: (utterance: Utterance) => SpokenUtterance<V>
  /** The browser wants a touch or click before it speaks. */
  readonly onBlocked: () => void
}

/** Some engines never say that they are done: after so long the next is said. Slow speech takes about 0.4 s a character. */
const longestMs = (text: string): number => 4000 + text.length * 400

/** Says one thing after another. A language without a voice is skipped once the browser has listed its voices. */
export const createSpeaker = <V extends Voice>({ engine, make, onBlocked }: SpeakerParts<V>): Speaker => {
  const queue: Utterance[] = []
  let talking = false
  let watch: ReturnType<typeof setTimeout> | undefined

  const voiceFor = (lang: string): V | null =>
    engine.getVoices().find((voice) => voice.lang.replace('_', '-').toLowerCase().startsWith(lang.slice(0, 2))) ?? null

  const next = (): void => {
    const utterance = queue.shift()
    talking = utterance !== undefined
    if (utterance === undefined) return
    const voice = voiceFor(utterance.lang)
    if (voice === null && engine.getVoices().length > 0) return next()
    const spoken = make(utterance)
    spoken.voice = voice
    let over = false
    const end = (): void => {
      if (over) return
      over = true
      clearTimeout(watch)
      next()
    }
    watch = setTimeout(() => { engine.cancel(); end() }, longestMs(utterance.text))
    spoken.onend = end
    spoken.onerror = ({ error }) => {
      if (error === 'not-allowed') { queue.length = 0; onBlocked() }
      end()
    }
    engine.speak(spoken)
  }

  return {
    say: (utterances) => {
      queue.push(...utterances)
      if (!talking) next()
    },
    silence: () => {
      queue.length = 0
      talking = false
      clearTimeout(watch)
      engine.cancel()
    },
  }
}

/** A speaker on this browser’s own voice; null where it has none. */
export const browserSpeaker = (onBlocked: () => void): Speaker | null => {
  if (typeof window === 'undefined' || !('speechSynthesis' in window)) return null
  return createSpeaker<SpeechSynthesisVoice>({
    engine: window.speechSynthesis as SpeechEngine, onBlocked,
    make: ({ lang, text }) => {
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.lang = lang
      utterance.rate = 0.9
      return utterance as SpokenUtterance<SpeechSynthesisVoice>
    },
  })
}
