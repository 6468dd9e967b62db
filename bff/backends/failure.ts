import { ContractError } from '@shared/errors'
import axios from 'axios'
import type { Outcome } from './call'

/** What a failed attempt means: it surely changed nothing, or nobody knows. */
export type Trace = 'nothing-happened' | 'unknown'

/** One attempt that brought no usable answer. Its message is ours: theirs may hold addresses with secrets in them. */
export class AttemptFailure extends Error {
  /** @param unreadable they answered, and not by their contract */
  constructor(readonly problem: string, readonly trace: Trace, readonly unreadable = false) {
    super(`no usable answer: ${problem}`)
    this.name = 'AttemptFailure'
  }
}

/** The request never left this machine, or never reached a program. */
const NEVER_ARRIVED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'])

/** Reads what axios threw: the error's code is all that is kept of it. */
export const failureOf = (thrown: unknown): AttemptFailure => {
  if (thrown instanceof AttemptFailure) return thrown
  if (axios.isCancel(thrown)) return new AttemptFailure('out of time', 'unknown')
  if (axios.isAxiosError(thrown) && thrown.message.startsWith('maxContentLength')) return new AttemptFailure('too large', 'unknown', true)
  const code = axios.isAxiosError(thrown) ? thrown.code ?? 'no code' : 'unexpected'
  return new AttemptFailure(code, NEVER_ARRIVED.has(code) ? 'nothing-happened' : 'unknown')
}

/** For a port that throws: why there is nothing of theirs to show, when surely nothing was done. */
export const unserved = ({ kind }: Outcome<unknown>): ContractError => new ContractError(kind === 'unreadable' ? 'UNREADABLE' : 'UNAVAILABLE')
