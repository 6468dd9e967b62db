import { createRushService } from '../../../../bff/capabilities/rush/service'
import { createRushSigner } from '../../../../bff/capabilities/rush/signer'
import { solve } from './solve'

const never = () => Promise.reject(new Error('there was no need to wait'))

describe('the work of a rush', () => {
  it.each([0, 1, 7, 12])('is what the server asks for, at %i bits', async (bits) => {
    const server = createRushService({ signer: createRushSigner('a secret'), clock: () => 1_767_574_800_000, rate: 1, bits })
    const { challenge } = server.challenge('me')
    const work = await solve(challenge, bits, { now: () => 0, pause: never })
    expect(work).toMatch(`${challenge}.`)
    for (const key of ['a-key', 'a-key', 'a-key']) expect(() => server.admit('me', key, work ?? '')).not.toThrow()
  })

  it('is done in slices between which the page can draw', async () => {
    let clock = 0
    let longest = 0
    let sliceBegan = 0
    // Each look at the clock is 5 ms later: the phone is slow.
    const now = (): number => (clock += 5)
    const pause = async (): Promise<void> => {
      longest = Math.max(longest, clock - sliceBegan)
      clock += 4
      sliceBegan = clock
    }
    expect(await solve('a challenge', 10, { now, pause })).not.toBeNull()
    expect(longest).toBeGreaterThan(0)
    expect(longest).toBeLessThanOrEqual(25)
  })

  it('is given up when it takes longer than a challenge lives', async () => {
    let clock = 0
    const now = (): number => (clock += 1_000)
    expect(await solve('a challenge', 24, { now, pause: async () => undefined })).toBeNull()
    expect(clock).toBeLessThan(120_000)
  })
})
