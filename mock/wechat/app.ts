import { HttpResponse } from 'msw'

export const APP_ID = 'wxdemo0000000000'
export const APP_SECRET = 'demo-wechat-secret'

export interface Failure { readonly errcode: number; readonly errmsg: string }
export const failed = (errcode: number, errmsg: string): Failure => ({ errcode, errmsg })

/** The real one answers JSON under this type, errors with status 200 too. */
export const answer = (body: object) => new HttpResponse(JSON.stringify(body), { headers: { 'Content-Type': 'text/plain' } })
export const failure = (errcode: number, errmsg: string) => answer(failed(errcode, errmsg))

/** What was sent as JSON; undefined when it is none. */
export const bodyOf = async (request: Request): Promise<Record<string, unknown> | undefined> => {
  const body = await request.json().catch(() => undefined) as unknown
  return typeof body === 'object' && body !== null ? body as Record<string, unknown> : undefined
}

const OPENID = /^o[\w-]{27}$/
export const isOpenid = (text: unknown): text is string => typeof text === 'string' && OPENID.test(text)
