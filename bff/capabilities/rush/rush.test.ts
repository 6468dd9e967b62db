import { createHash } from 'node:crypto'
import { createRushService, type RushParts } from './service'
import { createRushSigner } from './signer'

const zeroBits = (text: string): number => Math.clz32(createHash('sha256').update(text).digest().readUInt32BE(0))
/** Tries nonces until one has `enough`. */
const workOut = (challenge: string, enough: (bits: number) => boolean): string => {
  for (let nonce = 0; ; nonce += 1) {
    const work = `${challenge}.${nonce.toString(36)}`
    if (enough(zeroBits(work))) return work
  }
}
const BITS = 6
const good = (challenge: string): string => workOut(challenge, (bits) => bits >= BITS)

describe('a rush', () => {
  let now = 0
  const serve = (change: Partial<RushParts> = {}) => createRushService({ signer: createRushSigner('one secret'), clock: () => now, rate: 10, bits: BITS, ...change })
  type Service = ReturnType<typeof serve>
  const ask = (service: Service, times: number): void => { for (let i = 0; i < times; i += 1) service.admit('somebody', `key-${i}`, undefined) }
  const crowd = (service: Service): void => { expect(() => ask(service, 11)).toThrow('WORK_NEEDED') }
  beforeEach(() => { now = Date.UTC(2026, 0, 5) })

  it('begins with more than so many holds in a second and ends a minute after the last such second', () => {
    const service = serve()
    for (let second = 0; second < 5; second += 1) {
      ask(service, 10)
      now += 1_000
    }
    expect(service.challenge('me').needed).toBe(false)
    crowd(service)
    expect(service.challenge('me')).toMatchObject({ needed: true, bits: BITS, asOf: now })
    now += 59_999
    expect(service.challenge('me').needed).toBe(true)
    now += 1
    expect(service.challenge('me').needed).toBe(false)
    expect(() => ask(service, 10)).not.toThrow()
  })

  it('asks for no work outside of it, whatever is sent', () => {
    const service = serve()
    for (const work of [undefined, 'x', good(service.challenge('me').challenge)]) expect(() => service.admit('me', 'a-key', work)).not.toThrow()
  })

  it('never asks for work where none is set', () => {
    const service = serve({ bits: 0 })
    expect(() => ask(service, 100)).not.toThrow()
    expect(service.challenge('me')).toMatchObject({ needed: false, bits: 0 })
  })

  it('takes work once: from who was asked for it, for one key, which may repeat it', () => {
    const service = serve()
    const { challenge } = service.challenge('me')
    crowd(service)
    const work = good(challenge)
    expect(() => service.admit('another', 'a-key', work)).toThrow('WORK_NEEDED')
    expect(() => service.admit('me', 'a-key', work)).not.toThrow()
    expect(() => service.admit('me', 'a-key', work)).not.toThrow()
    expect(() => service.admit('me', 'another-key', work)).toThrow('WORK_NEEDED')
    expect(() => service.admit('me', 'another-key', good(service.challenge('me').challenge))).not.toThrow()
  })

  it('fits one block of SHA-256', () => {
    expect(`${serve().challenge('me').challenge}.${'z'.repeat(6)}`.length).toBeLessThanOrEqual(55)
  })

  it('is known to every process with the same secret, and to no other', () => {
    const [service, other, stranger] = [serve(), serve(), serve({ signer: createRushSigner('another secret') })]
    const work = good(other.challenge('me').challenge)
    crowd(service)
    crowd(stranger)
    expect(() => service.admit('me', 'a-key', work)).not.toThrow()
    expect(() => stranger.admit('me', 'a-key', work)).toThrow('WORK_NEEDED')
  })

  it('refuses work that is too little, too old, altered or no work at all', () => {
    const service = serve()
    const { challenge } = service.challenge('me')
    const work = good(challenge)
    const late = good(service.challenge('me').challenge)
    crowd(service)
    const easier = good(challenge.replace(/^\d+/, '1'))
    const longer = good(challenge.replace(/\.[0-9a-z]{8}\./, '.zzzzzzzz.'))
    const little = workOut(challenge, (bits) => bits < BITS)
    for (const wrong of [undefined, '', 'x', challenge, `${work} `, `${work}.1`, easier, longer, little, '演示', '9'.repeat(120)]) {
      expect(() => service.admit('me', 'a-key', wrong)).toThrow('WORK_NEEDED')
    }
    expect(() => service.admit('me', 'a-key', work)).not.toThrow()
    now += 59_000
    crowd(service)
    now += 59_000
    expect(() => service.admit('me', 'in-time-key', late)).not.toThrow()
    crowd(service)
    now += 2_000
    expect(() => service.admit('me', 'in-time-key', late)).toThrow('WORK_NEEDED')
  })
})
