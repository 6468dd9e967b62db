import { useRef, useState } from 'react'
import type { RealNameView } from '@shared/realName'
import { currentLanguage } from '@/i18n'
import { asApiError, channel, newKey, now, pause, type Answer, type ApiError, type ApiErrorCode } from '@/platform'
import { checkFace } from '@/platform/face'
import { createIntents, leavesOpen } from '@/platform/intents'
import type { Keep } from '@/platform/keep'
import { refreshSession } from '@/platform/refreshSession'
import { finishFaceCheck, startFaceCheck, type FaceBody } from './api'
import { PENDING_PACE_MS, PENDING_TRIES } from './pace'

export type FaceState =
  | { readonly kind: 'form'; readonly refused: ApiError | null }
  /** Under way: with the server, with the host, with the server again. */
  | { readonly kind: 'starting' | 'checking' | 'asking' }
  | { readonly kind: 'verified'; readonly realName: RealNameView; readonly joined: boolean }
  /** Not done: the citizen left, or the host could not do it. The same check may go on. */
  | { readonly kind: 'cancelled' | 'unable' }
  | { readonly kind: 'refused' | 'known' | 'unknown'; readonly why: ApiError }
  /** The check is known no more. */
  | { readonly kind: 'gone' }

type Started = Answer<'startFaceCheck'>
const NAME = 'check'
/** What is sent holds an ID number: kept in memory and no longer than the page. */
const createPageKeep = (): Keep => {
  const kept = new Map<string, unknown>()
  return { read: (name) => kept.get(name), write: (name, value) => { kept.set(name, value) }, remove: (name) => { kept.delete(name) } }
}

const outcomeOf = (why: ApiError): FaceState => {
  switch (why.code) {
    case 'FACE_REFUSED': return { kind: 'refused', why }
    case 'REAL_NAME_KNOWN': return { kind: 'known', why }
    case 'CHECK_NOT_FOUND': return { kind: 'gone' }
    default: return { kind: 'unknown', why }
  }
}

/**
 * After which words of the server the host's is the better one, if the host said that the check was not finished: nothing was
 * done, it was broken off, or, on Alipay, which says no more of somebody who left than of somebody who failed, it did not pass.
 */
const saysLess = (code: ApiErrorCode): boolean => code === 'CHECK_PENDING' || code === 'CHECK_NOT_FOUND' || (code === 'FACE_REFUSED' && channel === 'alipay')

/**
 * One face check from beginning to end. It is begun once however often it is asked for; whether somebody passed is asked of the
 * server in any case, for a host's answer may be lost or made up. `onOver`: nothing of the form is needed any more.
 */
export const useFaceCheck = (onOver: () => void) => {
  const [state, setState] = useState<FaceState>({ kind: 'form', refused: null })
  const [intents] = useState(() => createIntents<FaceBody>(createPageKeep(), newKey, now))
  const started = useRef<Started | null>(null)
  // State is only seen at the next rendering; a double tap is faster.
  const under = useRef(false)

  const once = (run: () => Promise<FaceState>) => async (): Promise<void> => {
    if (under.current) return
    under.current = true
    try {
      const ended = await run()
      if (ended.kind === 'verified' || ended.kind === 'known') onOver()
      setState(ended)
    } finally { under.current = false }
  }

  /** `unfinished`: what the host said of a check that was not finished; null when it was. */
  const ask = async (checkId: string, tries: number, unfinished: FaceState | null): Promise<FaceState> => {
    setState({ kind: 'asking' })
    for (let left = tries; ; left -= 1) {
      try {
        const { realName, joined } = await finishFaceCheck(checkId)
        await refreshSession()
        return { kind: 'verified', realName, joined }
      } catch (thrown) {
        const why = asApiError(thrown, currentLanguage())
        if (unfinished && saysLess(why.code)) return unfinished
        if (why.code !== 'CHECK_PENDING') return outcomeOf(why)
        if (left <= 1) return { kind: 'unknown', why }
        await pause(PENDING_PACE_MS)
      }
    }
  }
  const check = async (one: Started): Promise<FaceState> => {
    setState({ kind: 'checking' })
    const ended = await checkFace(one)
    if (ended === 'done') return ask(one.checkId, PENDING_TRIES, null)
    return ask(one.checkId, 1, { kind: ended === 'cancelled' ? 'cancelled' : 'unable' })
  }
  const begin = async (body: FaceBody): Promise<FaceState> => {
    setState({ kind: 'starting' })
    const intent = intents.open(NAME, body)
    try {
      const one = await startFaceCheck(intent.body, intent.key)
      intents.settle(NAME)
      started.current = one
      return await check(one)
    } catch (thrown) {
      const why = asApiError(thrown, currentLanguage())
      if (why.code !== 'OFFLINE' && !leavesOpen(why.code)) intents.settle(NAME)
      return why.code === 'REAL_NAME_KNOWN' ? { kind: 'known', why } : { kind: 'form', refused: why }
    }
  }
  const withStarted = (run: (one: Started) => Promise<FaceState>) => once(async () => (started.current ? run(started.current) : { kind: 'form', refused: null }))
  return {
    state,
    begin: (body: FaceBody) => { void once(() => begin(body))() },
    /** Has the host go on with the check that was not finished. */
    goOn: () => { void withStarted(check)() },
    askAgain: () => { void withStarted((one) => ask(one.checkId, PENDING_TRIES, null))() },
    restart: () => { started.current = null; setState({ kind: 'form', refused: null }) },
  }
}
export type FaceCheck = ReturnType<typeof useFaceCheck>
