import { codeInLaunch, linkOfCode } from '@shared/link'
import { hallCode } from '@shared/presence'
import fc from 'fast-check'
import { holds } from '../../../tests/support/property'
import { checkStep, posterCode, readCode, screenCode, stepAt, STEP_MS } from './codes'
import { createSigners } from './signers'

const { hallCode: signer } = createSigners('a secret of at least 32 characters')
const NOW = 1_772_935_215_000
const anyHallId = fc.stringMatching(/^[a-z][a-z0-9]{1,9}$/)
/** From 1970 until the year 4000. */
const anyInstant = fc.integer({ min: 0, max: 64_060_588_800_000 })
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
const codeOf = (thrown: () => unknown): unknown => {
  try {
    thrown()
  } catch (error) {
    return (error as { code?: unknown }).code
  }
  return 'accepted'
}

describe('a hall’s codes, whatever the hall and the time', () => {
  test('fit a mini-program scene and come back from every link as what they were', () => holds(fc.property(anyHallId, anyInstant, (hallId, now) => {
    const step = stepAt(now)
    for (const code of [screenCode(signer, hallId, step), posterCode(signer, hallId)]) {
      expect(code).toMatch(SCENE)
      expect(hallCode.safeParse(code).success).toBe(true)
      expect(codeInLaunch({ q: encodeURIComponent(linkOfCode('https://yichuang.example', code)) })).toBe(code)
    }
    expect(readCode(signer, screenCode(signer, hallId, step))).toEqual({ kind: 'screen', hallId, step })
    expect(readCode(signer, posterCode(signer, hallId))).toEqual({ kind: 'poster', hallId })
  }), 1_000))

  test('with one character changed are never accepted', () => holds(
    fc.property(anyHallId, anyInstant, fc.boolean(), fc.nat(), fc.constantFrom(...alphabet), (hallId, now, poster, at, letter) => {
      const code = poster ? posterCode(signer, hallId) : screenCode(signer, hallId, stepAt(now))
      const index = at % code.length
      const changed = code.slice(0, index) + letter + code.slice(index + 1)
      if (changed !== code) expect(['CODE_FORGED', 'CODE_UNREADABLE']).toContain(codeOf(() => readCode(signer, changed)))
    }), 2_000))
})

describe('reading a code', () => {
  const code = screenCode(signer, 'tianhe', stepAt(NOW))
  const [body = '', step = '', mac = ''] = code.split('.')

  test.each([
    ['another hall’s name under this signature', `rpanyu.${step}.${mac}`],
    ['another time under this signature', `${body}.${(stepAt(NOW) + 1).toString(36)}.${mac}`],
    ['the time written otherwise', `${body}.0${step}.${mac}`],
    ['the screen’s signature on a poster', `ptianhe.${mac}`],
    ['a poster’s signature with a time', `rtianhe.${step}.${posterCode(signer, 'tianhe').split('.')[1] ?? ''}`],
    ['a signature under another secret', screenCode(createSigners('another secret of 32 characters!').hallCode, 'tianhe', stepAt(NOW))],
    ['a signature for another purpose', screenCode(createSigners('a secret of at least 32 characters').presence, 'tianhe', stepAt(NOW))],
  ])('refuses %s as forged', (_, forged) => {
    expect(codeOf(() => readCode(signer, forged))).toBe('CODE_FORGED')
  })

  test.each(['', 'tianhe', 'rtianhe',
    `${code} `, `${code}x`, code.toUpperCase(), `${code}\n`, 'https://elsewhere.example', `x${code.slice(1)}`, '付款码',
  ])('refuses %j as unreadable', (text) => {
    expect(codeOf(() => readCode(signer, text))).toBe('CODE_UNREADABLE')
  })
})

describe('the age of a screen’s code', () => {
  const current = stepAt(NOW)
  test.each([
    [-3, 'CODE_EXPIRED'], [-2, 'CODE_EXPIRED'], [-1, 'accepted'], [0, 'accepted'], [1, 'accepted'], [2, 'CODE_FORGED'],
  ])('%i steps from now: %s', (offset, outcome) => {
    expect(codeOf(() => checkStep(current + offset, NOW))).toBe(outcome)
  })

  test('a code lives for at least 30 seconds after it was shown and at most 60', () => holds(fc.property(anyInstant, (shown) => {
    const step = stepAt(shown)
    expect(codeOf(() => checkStep(step, shown + STEP_MS))).toBe('accepted')
    expect(codeOf(() => checkStep(step, shown + 2 * STEP_MS))).toBe('CODE_EXPIRED')
  })))
})
