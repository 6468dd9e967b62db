import { readScreenCode, readScreenLink, scanCode } from '@shared/presence'
import { codeInText } from '@shared/link'
import { aHall } from '../../../tests/support/halls'
import type { Call } from '../../http/call'
import { presenceRoutes } from './routes'
import { createPresenceService, type PresenceParts } from './service'
import { createSigners } from './signers'

const halls = new Map([aHall({ hallId: 'tianhe' }), aHall({ hallId: 'panyu', radiusMetres: 200 }), aHall({ hallId: 'conghua', poster: 'look' })]
  .map((hall) => [hall.hallId, hall]))
let now = 1_772_935_215_000
const parts: PresenceParts = {
  halls: { find: (hallId) => halls.get(hallId) }, signers: createSigners('a secret of at least 32 characters'),
  publicUrl: 'https://yichuang.example/', presenceSeconds: 900, now: () => now,
}
const service = createPresenceService(parts)
const routes = presenceRoutes(service)
const call = {} as Call
const scan = async (body: unknown) =>
  scanCode.output.strict().parse(await routes.scanCode({ params: undefined, query: undefined, body: scanCode.body.parse(body) }, call))
const of = (hallId: string) => ({ params: { hallId }, query: undefined, body: undefined })
const screenOf = async (hallId: string) => readScreenCode.output.strict().parse(await routes.readScreenCode(of(hallId), call))
const linksOf = async (hallId: string) => readScreenLink.output.strict().parse(await routes.readScreenLink(of(hallId), call))
const posterOf = async (hallId: string): Promise<string> => codeInText((await linksOf(hallId)).poster) ?? ''
beforeEach(() => { now = 1_772_935_215_000 })

describe('the screen’s code', () => {
  test('proves presence in its hall, for as long as configured', async () => {
    const { code, link, asOf, changesAt } = await screenOf('tianhe')
    expect(link).toBe(`https://yichuang.example/s/${code}`)
    expect([asOf, changesAt]).toEqual([now, 1_772_935_230_000])
    const { presence, ...result } = await scan({ code, expectHallId: 'tianhe' })
    expect(result).toEqual({ hallId: 'tianhe', mode: 'take', expiresAt: now + 900_000 })
    expect(service.verifyPresence(presence ?? '', 'tianhe', now)).toMatchObject({ expiresAt: now + 900_000 })
    expect(() => service.verifyPresence(presence ?? '', 'panyu', now)).toThrow('CODE_OTHER_HALL')
  })

  test('changes when it says, and is accepted for one step more', async () => {
    const { code, changesAt } = await screenOf('tianhe')
    now = changesAt - 1
    expect((await screenOf('tianhe')).code).toBe(code)
    now = changesAt
    expect((await screenOf('tianhe')).code).not.toBe(code)
    now = changesAt + 29_999
    await expect(scan({ code })).resolves.toMatchObject({ mode: 'take' })
    now = changesAt + 30_000
    await expect(scan({ code })).rejects.toMatchObject({ code: 'CODE_EXPIRED' })
  })

  test('of another hall than the one looked at is refused as such, old or new', async () => {
    const { code } = await screenOf('panyu')
    await expect(scan({ code, expectHallId: 'tianhe' })).rejects.toMatchObject({ code: 'CODE_OTHER_HALL' })
    now += 3_600_000
    await expect(scan({ code, expectHallId: 'tianhe' })).rejects.toMatchObject({ code: 'CODE_OTHER_HALL' })
  })

  test('of a hall that is no more is not confirmed', async () => {
    const { code } = await screenOf('tianhe')
    const without = createPresenceService({ ...parts, halls: { find: () => undefined } })
    expect(() => without.scan({ code })).toThrow('CODE_FORGED')
  })

  test('signed by another process with the same secret is as good, under another secret it is not', async () => {
    const { code } = await screenOf('tianhe')
    const twin = createPresenceService({ ...parts, signers: createSigners('a secret of at least 32 characters') })
    const stranger = createPresenceService({ ...parts, signers: createSigners('another secret of 32 characters!') })
    expect(twin.scan({ code })).toMatchObject({ mode: 'take' })
    expect(() => stranger.scan({ code })).toThrow('CODE_FORGED')
  })
})

describe('the poster’s code', () => {
  // A degree of latitude is 111,195 m.
  const metresNorth = (metres: number) => ({ lat: 23.13 + metres / 111_195, lng: 113.36 })

  test('asks for the phone’s place', async () => {
    await expect(scan({ code: await posterOf('tianhe') })).rejects.toMatchObject({ code: 'PLACE_NEEDED' })
  })

  test('proves presence within the hall’s own radius', async () => {
    await expect(scan({ code: await posterOf('tianhe'), place: metresNorth(499) })).resolves.toMatchObject({ hallId: 'tianhe', mode: 'take' })
    await expect(scan({ code: await posterOf('panyu'), place: metresNorth(199) })).resolves.toMatchObject({ hallId: 'panyu', mode: 'take' })
  })

  test('refuses who is too far, and says how far that is', async () => {
    await expect(scan({ code: await posterOf('tianhe'), place: metresNorth(500.4) })).rejects.toMatchObject(
      { code: 'PLACE_TOO_FAR', details: { distance: 501, radius: 500 } },
    )
    await expect(scan({ code: await posterOf('panyu'), place: metresNorth(201) })).rejects.toMatchObject(
      { code: 'PLACE_TOO_FAR', details: { radius: 200 } },
    )
  })

  test('only lets one look where the hall has it so, wherever the phone is', async () => {
    const code = await posterOf('conghua')
    for (const place of [undefined, metresNorth(0)]) {
      expect(await scan({ code, place })).toEqual({ hallId: 'conghua', mode: 'look', presence: null, expiresAt: null })
    }
  })

  test('does not grow old', async () => {
    const code = await posterOf('tianhe')
    now += 400 * 86_400_000
    expect(await posterOf('tianhe')).toBe(code)
    await expect(scan({ code, place: metresNorth(0) })).resolves.toMatchObject({ mode: 'take' })
  })
})

describe('a screen’s key', () => {
  test('stands in its link after #, and opens its hall only', async () => {
    const url = new URL((await linksOf('tianhe')).screen)
    expect(url.href.split('#')[0]).toBe('https://yichuang.example/pages/screen/index?hall=tianhe')
    const key = new URLSearchParams(url.hash.slice(1)).get('key') ?? ''
    expect(key).toHaveLength(32)
    expect(service.screenKeyValid('tianhe', key)).toBe(true)
    expect(service.screenKeyValid('panyu', key)).toBe(false)
    for (const wrong of ['', key.slice(1), `${key}A`, key.toLowerCase(), '键'.repeat(32)]) expect(service.screenKeyValid('tianhe', wrong)).toBe(false)
  })

  test('and code are not given for a hall that is not there', async () => {
    await expect(screenOf('nowhere')).rejects.toMatchObject({ code: 'HALL_NOT_FOUND' })
    await expect(linksOf('nowhere')).rejects.toMatchObject({ code: 'HALL_NOT_FOUND' })
  })
})
