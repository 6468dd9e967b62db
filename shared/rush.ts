import { z } from 'zod'
import { endpoint, instant } from './endpoint'

/** `<challenge>.<nonce>`, whose SHA-256 begins with as many zero bits as the challenge asks for. Any text may be sent; what it is worth is looked at only in a rush. */
export const work = z.string().min(1).max(120).meta({ description: 'Asked for in a rush only (WORK_NEEDED): `<challenge>.<nonce>`, whose SHA-256 begins with so many zero bits', example: '12.mfzhk3a0.Ab3xY9zQ.0123456789abcdef.1f' })

export const readChallenge = endpoint({
  method: 'GET', path: '/api/rush/challenge', summary: 'A small sum for the phone to work out before it asks for a place in a rush; it may be fetched ahead', caller: 'citizen', status: 200,
  errors: ['UNAUTHENTICATED'],
  output: z.object({
    needed: z.boolean().meta({ description: 'A rush is on: a place is given against work only' }),
    challenge: z.string().meta({ description: 'For this citizen, for two minutes, for one act' }),
    bits: z.number().int().meta({ description: 'How many zero bits; 0: none, any nonce does' }), asOf: instant,
  }),
  example: { output: { needed: true, challenge: '12.mfzhk3a0.Ab3xY9zQ.0123456789abcdef', bits: 12, asOf: 1767229200000 } },
})
