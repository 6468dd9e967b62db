import { createSpeaker, type Announcement, type SpeechEngine, type SpokenUtterance, voiceFor } from './speaker'
import type { Spoken } from '@/i18n/spokenCall'

interface Said extends SpokenUtterance<{ lang: string }>, Spoken {}

/** A speech engine that says nothing until told that it is done, as a browser does. */
const speakers: { silence(): void }[] = []
afterEach(() => speakers.splice(0).forEach((speaker) => speaker.silence()))

const quietEngine = (voices: readonly { lang: string }[]) => {
  const said: Said[] = []
  const saying: (string | null)[] = []
  let blocked = 0
  const engine: SpeechEngine<{ lang: string }> = {
    getVoices: () => voices, cancel: () => undefined, speak: (utterance) => { said.push(utterance as Said) },
  }
  const speaker = createSpeaker({
    engine, onBlocked: () => { blocked += 1 }, onSaying: (key) => { saying.push(key) },
    make: (part): Said => ({ ...part, voice: null, onend: null, onerror: null }),
  })
  speakers.push(speaker)
  return { speaker, saying, texts: () => said.map((one) => one.text), last: () => said[said.length - 1], blocked: () => blocked }
}
const both = [{ lang: 'zh-CN' }, { lang: 'en_GB' }]
const call = (name: string): Announcement => ({ key: name, parts: [{ lang: 'zh-CN', text: `请${name}` }, { lang: 'en-US', text: `Number ${name}` }] })

test('calls are said one after another, each in both languages, and it is told which one', () => {
  const { speaker, texts, last, saying } = quietEngine(both)
  speaker.say(call('A1'))
  speaker.say(call('A2'))
  expect([texts(), saying]).toEqual([['请A1'], ['A1']])
  for (let i = 0; i < 5; i += 1) last()?.onend?.()
  expect(texts()).toEqual(['请A1', 'Number A1', '请A2', 'Number A2'])
  expect(saying).toEqual(['A1', 'A2', null])
})

test('a call that is over before its turn came is not said any more', () => {
  const { speaker, texts, last } = quietEngine(both)
  for (const name of ['A1', 'A2', 'A3']) speaker.say(call(name))
  speaker.keep((key) => key === 'A3')
  for (let i = 0; i < 5; i += 1) last()?.onend?.()
  expect(texts()).toEqual(['请A1', 'Number A1', '请A3', 'Number A3'])
})

test('after silence a new call is said at once', () => {
  const { speaker, texts, last } = quietEngine([{ lang: 'zh-CN' }])
  speaker.say(call('A1'))
  last()?.onend?.()
  speaker.say(call('A2'))
  expect(texts()).toEqual(['请A1', '请A2'])
})

test('the very language comes before a near one', () => {
  const voices = [{ lang: 'zh-HK' }, { lang: 'zh_CN' }, { lang: 'en-GB' }]
  expect(voiceFor(voices, 'zh-CN')).toEqual({ lang: 'zh_CN' })
  expect(voiceFor(voices, 'en-US')).toEqual({ lang: 'en-GB' })
  expect(voiceFor([{ lang: 'zh-HK' }], 'zh-CN')).toEqual({ lang: 'zh-HK' })
})

test('a language without a voice is skipped; before the voices are known everything is tried', () => {
  const english = quietEngine([{ lang: 'en-US' }])
  english.speaker.say(call('A1'))
  expect(english.texts()).toEqual(['Number A1'])
  const unknown = quietEngine([])
  unknown.speaker.say(call('A1'))
  expect(unknown.texts()).toEqual(['请A1'])
})

test('a browser that wants a touch first is reported, and nothing old is said later', () => {
  const { speaker, texts, last, blocked } = quietEngine(both)
  speaker.say(call('A1'))
  speaker.say(call('A2'))
  last()?.onerror?.({ error: 'not-allowed' })
  expect([blocked(), texts()]).toEqual([1, ['请A1']])
  speaker.say(call('A3'))
  expect(texts()).toEqual(['请A1', '请A3'])
})

test('an engine that never finishes does not silence the hall', () => {
  jest.useFakeTimers()
  try {
    const { speaker, texts } = quietEngine(both)
    speaker.say(call('A1'))
    jest.advanceTimersByTime(20_000)
    expect(texts()).toEqual(['请A1', 'Number A1'])
  } finally {
    jest.useRealTimers()
  }
})
