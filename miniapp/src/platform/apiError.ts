import { errorMessage, errorTable, type ErrorCode, type ErrorEnvelope, type Language, type Retry } from '@shared/errors'
import { platformTexts } from '@/i18n/platform'
import { textsIn } from '@/i18n'

/** The contract's codes, and one of the phone's own: no answer came. */
export type ApiErrorCode = ErrorCode | 'OFFLINE'

/** Why a call failed. `message` is a sentence for people in the chosen language. */
export class ApiError extends Error {
  constructor(
    readonly code: ApiErrorCode,
    message: string,
    /** What the caller may do: nothing, the same again with the same key, or the same later. */
    readonly retry: Retry,
    /** Finds the log line; absent when no answer came. */
    readonly requestId?: string,
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(message)
    this.name = 'ApiError'
  }
}

/** No answer came. Whether a write happened is unknown, so it may only be repeated with its key. */
export const offlineError = (language: Language): ApiError => new ApiError('OFFLINE', textsIn(language, platformTexts)('offline'), 'same-key')

const isKnown = (code: unknown): code is ErrorCode => typeof code === 'string' && code in errorTable
const isEnvelope = (body: unknown): body is ErrorEnvelope =>
  typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object' && body.error !== null && 'code' in body.error

/** A failed answer as an error. One that is not ours (a proxy's page, a newer server's code) is told by its status. */
export const errorOfAnswer = (status: number, body: unknown, language: Language): ApiError => {
  if (isEnvelope(body)) {
    const { code, message, retry, requestId, details } = body.error
    if (isKnown(code)) return new ApiError(code, message || errorMessage(code, language, details), retry, requestId, details)
    return new ApiError('INTERNAL', message || errorMessage('INTERNAL', language), retry ?? 'never', requestId, details)
  }
  const code: ErrorCode = status === 504 ? 'UNKNOWN_OUTCOME' : status === 502 || status === 503 ? 'UNAVAILABLE' : status === 429 ? 'RATE_LIMITED' : 'INTERNAL'
  return new ApiError(code, errorMessage(code, language), errorTable[code].retry)
}

/** Anything that was thrown, as an error one can show. */
export const asApiError = (thrown: unknown, language: Language): ApiError =>
  thrown instanceof ApiError ? thrown : new ApiError('INTERNAL', errorMessage('INTERNAL', language), 'later')
