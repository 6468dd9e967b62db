import { ContractError } from '@shared/errors'
import type { Signer } from './port'

/** How long the hall screen shows one code. */
export const STEP_MS = 30_000
/** 72 bits: a forger is stopped by the rate limit long before a lucky guess. */
const MAC_LENGTH = 12

// At most 1 + 10 + 1 + 7 + 1 + 12 = 32 characters, what a mini-program `scene` holds.
const ROTATING = /^(r([a-z][a-z0-9]{1,9})\.([0-9a-z]{1,7}))\.([A-Za-z0-9_-]{12})$/
const POSTER = /^(p([a-z][a-z0-9]{1,9}))\.([A-Za-z0-9_-]{12})$/

export type HallCode =
  | { readonly kind: 'screen'; readonly hallId: string; /** Which step it was made for. */ readonly step: number }
  | { readonly kind: 'poster'; readonly hallId: string }

/** The count of 30-second steps since the epoch. */
export const stepAt = (now: number): number => Math.floor(now / STEP_MS)

const signed = (signer: Signer, text: string): string => `${text}.${signer.sign(text, MAC_LENGTH)}`

/** The code a hall's screen shows during one step. */
export const screenCode = (signer: Signer, hallId: string, step: number): string => signed(signer, `r${hallId}.${step.toString(36)}`)

/** The code on a hall's printed poster; it never changes while the secret stays. */
export const posterCode = (signer: Signer, hallId: string): string => signed(signer, `p${hallId}`)

/** Reads a code that we signed. Throws CODE_UNREADABLE for another shape, CODE_FORGED for another signature. */
export const readCode = (signer: Signer, code: string): HallCode => {
  const screen = ROTATING.exec(code)
  if (screen) {
    const [, text = '', hallId = '', step = '', mac = ''] = screen
    if (!signer.verify(text, mac, MAC_LENGTH)) throw new ContractError('CODE_FORGED')
    return { kind: 'screen', hallId, step: Number.parseInt(step, 36) }
  }
  const poster = POSTER.exec(code)
  if (!poster) throw new ContractError('CODE_UNREADABLE')
  const [, text = '', hallId = '', mac = ''] = poster
  if (!signer.verify(text, mac, MAC_LENGTH)) throw new ContractError('CODE_FORGED')
  return { kind: 'poster', hallId }
}

/**
 * Accepts a screen's code of this step and the last. The step to come is accepted too: only
 * another of our processes, its clock a little ahead, can have signed it. Throws CODE_EXPIRED
 * for an older one, CODE_FORGED for one from further ahead.
 */
export const checkStep = (step: number, now: number): void => {
  const current = stepAt(now)
  if (step < current - 1) throw new ContractError('CODE_EXPIRED')
  if (step > current + 1) throw new ContractError('CODE_FORGED')
}
