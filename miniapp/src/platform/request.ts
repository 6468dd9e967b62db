import Taro from '@tarojs/taro'
import { isRecord } from './storage'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: object
  readonly timeoutMs: number
}
export interface HttpAnswer { readonly status: number; readonly body: unknown }

/** Alipay calls any status but 200 a failure, 201 too, and hands the answer over in it. */
const answerInFailure = (failure: unknown): HttpAnswer | null =>
  isRecord(failure) && typeof failure.status === 'number' && failure.status >= 200 ? { status: failure.status, body: failure.data } : null

const readJson = (data: unknown): unknown => {
  if (typeof data !== 'string') return data
  try { return JSON.parse(data) as unknown } catch { return null }
}

/** One HTTP request. Gives the answer whatever its status; null when none came in time. */
export const request = async ({ method, url, headers, body, timeoutMs }: HttpRequest): Promise<HttpAnswer | null> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  // A host's own time limit ends with the headers, or is not kept at all in the background.
  const late = new Promise<null>((resolve) => { timer = setTimeout(() => resolve(null), timeoutMs) })
  const task = Taro.request<unknown, object>({ url, method, header: { ...headers }, timeout: timeoutMs, dataType: 'json', ...(body && { data: body }) })
  const answered = task.then(
    (result): HttpAnswer => ({ status: result.statusCode, body: readJson(result.data) }),
    (failure: unknown): HttpAnswer | null => {
      const answer = answerInFailure(failure)
      return answer && { status: answer.status, body: readJson(answer.body) }
    },
  )
  const answer = await Promise.race([answered, late])
  clearTimeout(timer)
  if (answer === null) task.abort?.()
  return answer
}
