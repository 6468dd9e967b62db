import { type Answer, call } from '@/platform/api'

/** A question that takes longer is given up; the next asks again. Milliseconds. */
const TIMEOUT_MS = 5000

export const readHall = (hallId: string): Promise<Answer<'readHall'>> => call('readHall', { params: { hallId } }, { timeoutMs: TIMEOUT_MS })
export const readBoard = (hallId: string): Promise<Answer<'readBoard'>> => call('readBoard', { params: { hallId } }, { timeoutMs: TIMEOUT_MS })

/** The code to show now; FORBIDDEN when the screen's key is not this hall's. */
export const readCode = (hallId: string, screenKey: string): Promise<Answer<'readScreenCode'>> =>
  call('readScreenCode', { params: { hallId } }, { screenKey, timeoutMs: TIMEOUT_MS })
