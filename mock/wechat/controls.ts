import { http, HttpResponse } from 'msw'
import { personAsked, type DemoCodes } from '../demoCodes'
import { faceDonePage, faceGonePage, facePage, isFaceEnd } from '../facePage'
import type { createFaceChecks } from './face'

export interface Controlled {
  readonly loginCodes: DemoCodes
  readonly phoneCodes: DemoCodes
  readonly faces: ReturnType<typeof createFaceChecks>
  /** Who may ask for access tokens; undefined: everybody. */
  readonly addresses: { allowed: readonly string[] | undefined }
}

const issuing = (path: string, codes: DemoCodes) => http.post(path, async ({ request }) => {
  const person = personAsked(new URLSearchParams(await request.text()))
  return person === undefined ? HttpResponse.json({ error: 'a form with person=<number>' }, { status: 400 }) : HttpResponse.json({ code: codes.issue(person) })
})

/** What stands for the phone, its owner, and the platform's settings: nothing of this is WeChat's. */
export const controlHandlers = ({ loginCodes, phoneCodes, faces, addresses }: Controlled) => [
  issuing('*/wechat/simulator/login-codes', loginCodes),
  issuing('*/wechat/simulator/phone-codes', phoneCodes),

  http.put('*/wechat/simulator/addresses', async ({ request }) => {
    const { allowed } = await request.json().catch(() => ({})) as { allowed?: string[] | null }
    addresses.allowed = Array.isArray(allowed) ? allowed : undefined
    return HttpResponse.json({ allowed: addresses.allowed ?? null })
  }),

  http.get('*/wechat/simulator/face', ({ request }) =>
    HttpResponse.html(facePage('微信', 'face', { verify_id: new URL(request.url).searchParams.get('verify_id') ?? '' }))),

  http.post('*/wechat/simulator/face', async ({ request }) => {
    const fields = new URLSearchParams(await request.text())
    const end = fields.get('result')
    const ended = isFaceEnd(end) && faces.finish(fields.get('verify_id') ?? '', end)
    return ended ? HttpResponse.html(faceDonePage()) : HttpResponse.html(faceGonePage(), { status: 404 })
  }),
]
