import { commonErrors } from '@shared/errors'
import { scanCode } from '@shared/presence'
import { createPresenceStore } from './presenceStore'
import { afterFailure, afterScanner, firstStep, hallNamed, waysOn, type ScanStep } from './scanFlow'

const CODE = 'rtianhe.zx81k2.Ab3dEf6hIj9l'
const LINK = `https://yichuang.example/s/${CODE}`

describe('what opened the scan page', () => {
  it.each([
    ['WeChat, an ordinary link', { q: encodeURIComponent(LINK) }],
    ['WeChat, a mini-program code', { scene: encodeURIComponent(CODE) }],
    ['Alipay', { qrCode: LINK }],
    ['a browser', { c: CODE }],
    ['the in-app scanner', { text: LINK }],
  ])('%s: leads to the same code', (_, query) => {
    expect(firstStep(query)).toEqual({ step: 'checking', code: CODE })
  })

  it('was nobody’s code: offers the camera', () => {
    expect(firstStep({})).toEqual({ step: 'start' })
  })

  it('was something else: says so, and how to go on', () => {
    const step = firstStep({ c: 'https://other.example/path' })
    expect(step).toMatchObject({ step: 'refused', why: 'CODE_UNREADABLE' })
    expect(waysOn(step, false)).toEqual(['scanAgain', 'halls'])
  })
})

describe('after the in-app scanner', () => {
  const before: ScanStep = { step: 'refused', code: CODE, why: 'CODE_EXPIRED' }
  it('reads on, stays as it was when closed, and says what failed', () => {
    expect(afterScanner({ kind: 'read', text: LINK }, before)).toEqual({ step: 'checking', code: CODE })
    expect(afterScanner({ kind: 'cancelled' }, before)).toBe(before)
    expect(afterScanner({ kind: 'refused' }, before)).toEqual({ step: 'cameraFailed' })
    expect(afterScanner({ kind: 'unreadable' }, before)).toMatchObject({ why: 'CODE_UNREADABLE' })
  })
})

describe('after the server refused a code', () => {
  it('always leaves a way on', () => {
    for (const code of [...scanCode.errors, ...commonErrors, null]) {
      for (const settings of [true, false]) expect([code, waysOn(afterFailure(CODE, code), settings).length > 0]).toEqual([code, true])
    }
  })

  it('asks for the place only for a poster, and leaves the screen’s code as the other way', () => {
    expect(waysOn(afterFailure(CODE, 'PLACE_NEEDED'), false)).toEqual(['placeAllow', 'scanScreen', 'hall'])
    expect(waysOn({ step: 'placeRefused', code: CODE }, true)).toEqual(['scanScreen', 'placeSettings', 'hall'])
    expect(waysOn({ step: 'placeRefused', code: CODE }, false)).toEqual(['scanScreen', 'placeAgain', 'hall'])
  })

  it('tells a code that is no good from one that could not be checked', () => {
    expect(afterFailure(CODE, 'CODE_FORGED').step).toBe('refused')
    expect(afterFailure(CODE, null)).toEqual({ step: 'failed', code: CODE, why: null })
    expect(afterFailure(CODE, 'UNAVAILABLE').step).toBe('failed')
    expect(waysOn(afterFailure(CODE, null), false)[0]).toBe('tryAgain')
  })

  it('knows which hall to show from the code itself, where it says so', () => {
    expect([hallNamed(CODE), hallNamed('nonsense')]).toEqual(['tianhe', null])
  })
})

describe('a kept proof of presence', () => {
  const minute = 60_000
  /** A store on a phone whose clock is off by so much. */
  const setUp = (off = 0) => {
    const kept = new Map<string, unknown>()
    let time = 0
    const store = createPresenceStore(
      { read: (name) => kept.get(name), write: (name, value) => { kept.set(name, value) }, remove: (name) => { kept.delete(name) } }, () => time + off)
    store.keep({ hallId: 'tianhe', presence: 'proof', expiresAt: 15 * minute })
    return { store, at: (next: number) => { time = next; return store.of('tianhe')?.presence ?? null } }
  }

  it('is good for its hall and its time only', () => {
    const { store, at } = setUp()
    expect([at(0), at(15 * minute - 1), at(15 * minute)]).toEqual(['proof', 'proof', null])
    at(0)
    expect(store.of('panyu')).toBeNull()
    store.drop('tianhe')
    expect(store.of('tianhe')).toBeNull()
  })

  it('is not thrown away by a phone whose clock is twenty minutes fast', () => {
    const { at } = setUp(20 * minute)
    expect([at(0), at(15 * minute - 1), at(15 * minute)]).toEqual(['proof', 'proof', null])
  })

  it('is left to the server by a phone whose clock is slow', () => {
    expect(setUp(-60 * minute).at(20 * minute)).toBe('proof')
  })
})
