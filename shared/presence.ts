import { z } from 'zod'
import { endpoint, instant } from './endpoint'
import { place } from './halls'
import { hallId } from './ids'

/** What a hall's QR code carries: fits a mini-program `scene` (at most 32 of `0-9A-Za-z._-`). */
export const hallCode = z.string().min(1).max(32).meta({ id: 'HallCode', example: 'rtianhe.zx81k2.Ab3dEf6hIj9l' })
/** Opaque proof that somebody was in the hall; good for one person and a limited time. */
export const presence = z.string().min(20).max(200).meta({ id: 'Presence' })

export const scanCode = endpoint({
  method: 'POST', path: '/api/scans', summary: 'Read a hall’s code: proves presence, or asks for the phone’s place, or only lets one look',
  caller: 'anyone', status: 200,
  body: z.strictObject({ code: hallCode, place: place.optional(), expectHallId: hallId.optional() }),
  errors: ['CODE_UNREADABLE', 'CODE_FORGED', 'CODE_EXPIRED', 'CODE_OTHER_HALL', 'PLACE_NEEDED', 'PLACE_TOO_FAR'],
  output: z.object({
    hallId, mode: z.enum(['take', 'look']),
    presence: presence.nullable().meta({ description: 'With mode take: send it when taking a number' }), expiresAt: instant.nullable(),
  }),
  example: {
    body: { code: 'rtianhe.zx81k2.Ab3dEf6hIj9l' },
    output: { hallId: 'tianhe', mode: 'take', presence: 'tianhe.1767230100000.5b0e7d1c.Qm3xY7s1', expiresAt: 1767230100000 },
  },
})

export const readScreenCode = endpoint({
  method: 'GET', path: '/api/screens/:hallId/code', summary: 'The rotating code a hall screen shows; needs the screen’s key in X-Screen-Key',
  caller: 'screen', status: 200, params: z.strictObject({ hallId }), errors: ['HALL_NOT_FOUND', 'FORBIDDEN'],
  output: z.object({
    code: hallCode, link: z.string().meta({ description: 'What the QR code holds' }),
    asOf: instant, changesAt: instant.meta({ description: 'Ask again then; it is accepted for one step more' }),
  }),
  example: {
    params: { hallId: 'tianhe' },
    output: { code: 'rtianhe.zx81k2.Ab3dEf6hIj9l', link: 'https://yichuang.example/s/rtianhe.zx81k2.Ab3dEf6hIj9l', asOf: 1767229200000, changesAt: 1767229230000 },
  },
})

export const readScreenLink = endpoint({
  method: 'GET', path: '/api/staff/halls/:hallId/screen-link', summary: 'The link that opens this hall’s screen, and the poster’s static code',
  caller: ['supervisor', 'operator'], status: 200, params: z.strictObject({ hallId }), errors: ['HALL_NOT_FOUND', 'UNAUTHENTICATED', 'FORBIDDEN', 'SECOND_FACTOR_ENROL'],
  output: z.object({
    screen: z.string().meta({ description: 'The key stands behind #, which browsers do not send to servers' }), poster: z.string(),
  }),
  example: {
    params: { hallId: 'tianhe' },
    output: { screen: 'https://yichuang.example/pages/screen/index?hall=tianhe#key=Qm3xY7s1', poster: 'https://yichuang.example/s/ptianhe.Ab3dEf6hIj9l' },
  },
})
