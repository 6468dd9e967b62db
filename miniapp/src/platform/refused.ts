import { isRecord } from './guards'

/** Alipay: refused now, refused for good before, refused for good now. WeChat says the same in words. */
const byNumber: readonly unknown[] = [2001, 2002, 2003]
const inWords = /auth|deny|denied|permission|privacy/i

/** Whether a call failed because the citizen, or the phone for them, does not allow it. */
export const isRefused = (failure: unknown): boolean =>
  isRecord(failure) && (byNumber.includes(failure.error) || inWords.test(`${String(failure.errMsg ?? '')} ${String(failure.errorMessage ?? '')}`))
