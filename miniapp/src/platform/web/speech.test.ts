import { createSpeaker, type SpeechEngine, type SpokenUtterance, type Utterance } from './speech'

interface Said extends SpokenUtterance<{ lang: string }>, Utterance {}

/** A speech engine that says nothing until told that it is done, as a browser does. */
const speakers: { silence(): void }[] = []
afterEach(() => speakers.splice(0).forEach((speaker) => speaker.silence()))

const quietEngine = (voices: readonly { lang: string }[]) => {
  const said: Said[] = []
  const engine: SpeechEngine<{ lang: string }> = {
    getVoices: () => voices, cancel: () => undefined, speak: (utterance) => { said.push(utterance as Said) },
  }
  let blocked = 0
  const speaker = createSpeaker({
    engine, onBlocked: () => { blocked += 1 }, make: (utterance): Said => ({ ...utterance, voice: null, onend: null, onerror: null }),
  })
  speakers.push(speaker)
  return { speaker, texts: () => said.map((one) => one.text), last: () => said[said.length - 1], blocked: () => blocked }
}
const both = [{ lang: 'zh-CN' }, { lang: 'en_GB' }]
const call = (name: string): Utterance[] => [{ lang: 'zh-CN', text: `请${name}` }, { lang: 'en-US', text: `Number ${name}` }]

test('calls are said one after another, each in both languages', () => {
  const { speaker, texts, last } = quietEngine(both)
  speaker.say(call('A1'))
  speaker.say(call('A2'))
  expect(texts()).toEqual(['请A1'])
  for (let i = 0; i < 5; i += 1) last()?.onend?.()
  expect(texts()).toEqual(['请A1', 'Number A1', '请A2', 'Number A2'])
})

test('after silence a new call is said at once', () => {
  const { speaker, texts, last } = quietEngine(both)
  speaker.say(call('A1').slice(0, 1))
  last()?.onend?.()
  speaker.say(call('A2').slice(0, 1))
  expect(texts()).toEqual(['请A1', '请A2'])
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
  speaker.say([...call('A1'), ...call('A2')])
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
