import type { Http, HttpAnswer } from '../../support/http'

/** What a request of the package was, and became. */
export interface SentRequest { readonly url: string; readonly method: string; readonly status: number | null }
export interface FailedCall { readonly name: string; readonly why: string }

/** The phone around the app, and what it saw the app do. */
export interface Phone {
  /** What the app keeps; hand it on to another start of the app. */
  readonly storage: Map<string, string>
  language: 'zh_CN' | 'en'
  online: boolean
  /** What the host's login gives next; null when the citizen refuses. */
  readonly nextLoginCode: () => string | null
  /** What the scanner reads next; null when the citizen closes it. */
  scanned: string | null
  /** Latitude and longitude as the platform's own call gives them; null when the citizen refuses. */
  place: { readonly latitude: number; readonly longitude: number } | null
  vibrations: number
  /** What is answered to every question for permission to send messages; null when the question fails. */
  permission: 'accept' | 'reject' | null
  /** Every such question, by its templates. */
  readonly askedFor: (readonly string[])[]
  readonly requests: SentRequest[]
  /** Calls to the phone that failed, whether or not the app minded. */
  readonly failedCalls: FailedCall[]
  /** Carries a request to the server that plays the built-in one: same path, same headers, same body. */
  readonly carry: (url: string, request: { readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string }) => Promise<HttpAnswer>
}

export interface PhoneParts {
  readonly http: Http
  /** Where every request goes, whatever base the build has fixed. */
  readonly server: string
  readonly storage?: Map<string, string>
  readonly nextLoginCode?: () => string | null
}

export const createPhone = ({ http, server, storage = new Map<string, string>(), nextLoginCode = () => null }: PhoneParts): Phone => {
  const requests: SentRequest[] = []
  return {
    storage, nextLoginCode, language: 'zh_CN', online: true, scanned: null, place: null, vibrations: 0, permission: 'reject', askedFor: [], requests, failedCalls: [],
    carry: async (url, { method, headers, body }) => {
      const { pathname, search } = new URL(url)
      const note = (status: number | null): void => { requests.push({ url, method, status }) }
      try {
        const answer = await http.ask(server, { method, path: pathname + search, headers, ...(body !== undefined && { body }) })
        note(answer.status)
        return answer
      } catch (thrown) {
        note(null)
        throw thrown
      }
    },
  }
}
