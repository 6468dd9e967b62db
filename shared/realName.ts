import { z } from 'zod'
import { endpoint, instant } from './endpoint'
import { idNumber, nameOf } from './personFields'

export const realName = z.object({
  name: z.string().meta({ description: 'Masked' }), idMasked: z.string().meta({ description: 'First and last character of the ID number' }),
  by: z.enum(['face', 'unified']).meta({ description: 'The platform’s face check, or the unified identity' }), at: instant,
}).meta({ id: 'RealName' })
export type RealNameView = z.output<typeof realName>

const example = { name: '演*', idMasked: '9****************6', by: 'face', at: 1767229200000 } as const
const checkId = z.string().regex(/^v[0-9a-z]{24}$/).meta({ id: 'FaceCheckId', example: 'v0h3k9q2m7x5v8b1n4c6d0z9y' })

export const readRealName = endpoint({
  method: 'GET', path: '/api/real-name', summary: 'Whether I am real-name verified, and how I can be', caller: 'citizen', status: 200, errors: ['UNAUTHENTICATED'],
  output: z.object({
    realName: realName.nullable(),
    way: z.enum(['face', 'unified']).meta({ description: 'Of the channel I am signed in by: a face check, or signing in with the unified identity' }),
  }),
  example: { output: { realName: example, way: 'face' } },
})

export const startFaceCheck = endpoint({
  method: 'POST', path: '/api/real-name/checks', summary: 'Begin the platform’s face check of a name and an ID number', caller: 'citizen', status: 201, idempotencyKey: true,
  body: z.strictObject({
    name: nameOf(50), idNumber,
    consent: z.strictObject({ idNumber: z.literal(true), face: z.literal(true) }).meta({ description: 'Each given apart, beside the words it is given to' }),
  }),
  errors: ['UNAUTHENTICATED', 'REAL_NAME_KNOWN', 'FACE_NOT_OFFERED', 'FACE_REFUSED', 'IDENTITY_UNAVAILABLE', 'IDEMPOTENCY_KEY_REUSED', 'UNKNOWN_OUTCOME'],
  output: z.object({
    checkId, platformId: z.string().meta({ description: 'What the phone hands to the platform: WeChat’s verify_id, Alipay’s certify_id' }), expiresAt: instant,
    url: z.string().nullable().meta({ description: 'Alipay: the page of the check' }),
  }),
  example: {
    body: { name: '演示用户一', idNumber: '990000190001010016', consent: { idNumber: true, face: true } },
    output: { checkId: 'v0h3k9q2m7x5v8b1n4c6d0z9y', platformId: 'verify-1', expiresAt: 1767232800000, url: null },
  },
})

export const finishFaceCheck = endpoint({
  method: 'POST', path: '/api/real-name/checks/:checkId/result', summary: 'Ask the platform what came of a face check; asking again is harmless', caller: 'citizen', status: 200,
  params: z.strictObject({ checkId }),
  errors: ['UNAUTHENTICATED', 'CHECK_NOT_FOUND', 'CHECK_PENDING', 'FACE_REFUSED', 'REAL_NAME_KNOWN', 'IDENTITY_UNAVAILABLE'],
  output: z.object({
    realName, joined: z.boolean().meta({ description: 'This person had an account already: what both hold is now one' }),
  }),
  example: { params: { checkId: 'v0h3k9q2m7x5v8b1n4c6d0z9y' }, output: { realName: example, joined: false } },
})
