import type { Http, HttpAnswer } from '../../support/http'
import { createAlbum, type Album } from './album'
import { createPermissions, type Permissions } from './permissions'
import { createPrivacy, type Privacy } from './privacy'
import { createSubscriptions, type Subscriptions } from './subscriptions'

/** What a request of the package was, and became. */
export interface SentRequest { readonly url: string; readonly method: string; readonly status: number | null }
export interface FailedCall { readonly name: string; readonly why: string }
/** What becomes of a request: it never arrives, or it is carried out and its answer is lost. */
export type Fate = 'arrives' | 'never arrives' | 'answer lost'
/** How a face check ends: what the citizen does before the camera, or that it could not be opened. */
export type Face = 'pass' | 'fail' | 'cancel' | 'unable'

/** The phone around the app, and what it saw the app do. */
export interface Phone {
  /** What the app keeps; hand it on to another start of the app. */
  readonly storage: Map<string, string>
  /** Nothing more is kept; what is there can still be read. */
  storageFull: boolean
  language: 'zh_CN' | 'en'
  online: boolean
  /** Decided for each request; `path` is without the server's address. */
  fate: (request: { readonly method: string; readonly path: string }) => Fate
  /** What the host's login gives next; null when the citizen refuses. */
  readonly nextLoginCode: () => string | null
  /** What the scanner reads next; null when the citizen closes it. */
  scanned: string | null
  /** Latitude and longitude as the platform's own call gives them; null when the phone cannot tell. */
  place: { readonly latitude: number; readonly longitude: number } | null
  face: Face
  /** Has the simulated platform see the citizen before the camera. */
  readonly beforeCamera: (platformId: string, face: 'pass' | 'fail' | 'cancel') => Promise<void>
  vibrations: number
  clipboard: string
  readonly album: Album
  readonly permissions: Permissions
  readonly subscriptions: Subscriptions
  readonly privacy: Privacy
  /** A finger taps. For as long as its event is under way the app may ask what WeChat lets be asked in a tap alone. */
  readonly touch: () => void
  readonly touched: () => boolean
  readonly requests: SentRequest[]
  /** Requests without an answer yet, now and at most. */
  readonly underWay: { now: number; most: number }
  /** Calls to the phone that failed, whether or not the app minded. */
  readonly failedCalls: FailedCall[]
  /** Carries a request to the server that plays the built-in one: same path, same headers, same body. */
  readonly carry: (url: string, request: { readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string | Buffer }) => Promise<HttpAnswer>
}

export interface PhoneParts {
  readonly http: Http
  /** Where every request goes, whatever base the build has fixed. */
  readonly server: string
  readonly storage?: Map<string, string>
  /** The same phone at an earlier start of the app: what app and platform kept is there still. */
  readonly before?: Phone
  readonly nextLoginCode?: () => string | null
  readonly beforeCamera?: Phone['beforeCamera']
}

const noCamera: Phone['beforeCamera'] = () => Promise.reject(new Error('this phone has nobody to show a face'))

export const createPhone = ({ http, server, before, storage = before?.storage ?? new Map<string, string>(), nextLoginCode = () => null, beforeCamera = noCamera }: PhoneParts): Phone => {
  const requests: SentRequest[] = []
  let touched = false
  const phone: Phone = {
    storage, nextLoginCode, beforeCamera, storageFull: false, language: before?.language ?? 'zh_CN', online: true, fate: () => 'arrives',
    scanned: null, place: before?.place ?? null, face: 'pass', vibrations: 0, clipboard: '', requests, underWay: { now: 0, most: 0 }, failedCalls: [],
    album: createAlbum(before?.album), permissions: createPermissions(before?.permissions), subscriptions: createSubscriptions(before?.subscriptions), privacy: createPrivacy(before?.privacy),
    touch: () => { touched = true; setTimeout(() => { touched = false }) },
    touched: () => touched,
    carry: async (url, { method, headers, body }) => {
      const { pathname, search } = new URL(url)
      const note = (status: number | null): void => { requests.push({ url, method, status }) }
      const fate = phone.fate({ method, path: pathname })
      if (fate === 'never arrives') { note(null); throw new Error('the request did not arrive') }
      phone.underWay.now += 1
      phone.underWay.most = Math.max(phone.underWay.most, phone.underWay.now)
      try {
        const answer = await http.ask(server, { method, path: pathname + search, headers, ...(body !== undefined && { body }) })
        note(fate === 'arrives' ? answer.status : null)
        if (fate === 'answer lost') throw new Error('the answer was lost')
        return answer
      } catch (thrown) {
        if (fate === 'arrives') note(null)
        throw thrown
      } finally { phone.underWay.now -= 1 }
    },
  }
  return phone
}
