import { createHash } from 'node:crypto'
import { serviceDay } from '@shared/time'

export type Label = readonly (string | number)[]

/** Chance that can be repeated: the same seed and label always draw the same lot, in whatever order they are drawn. */
export interface Lots {
  /** From 0, up to but not including 1. */
  readonly share: (...label: Label) => number
  readonly between: (low: number, high: number, ...label: Label) => number
  readonly happens: (probability: number, ...label: Label) => boolean
  /** Undefined only for an empty list. */
  readonly pick: <T>(list: readonly T[], ...label: Label) => T | undefined
}

export const createLots = (seed: string): Lots => {
  const share = (...label: Label): number =>
    createHash('sha256').update(JSON.stringify([seed, ...label])).digest().readUInt32BE(0) / 2 ** 32
  return {
    share,
    between: (low, high, ...label) => low + (high - low) * share(...label),
    happens: (probability, ...label) => share(...label) < probability,
    pick: (list, ...label) => list[Math.floor(share(...label) * list.length)],
  }
}

/** What lots about a number are drawn under. Its id is another in each run; this is not, so that a run follows from its seed. */
export const labelOf = ({ number, takenAt }: { readonly number: string; readonly takenAt: number }): string => `${serviceDay(takenAt)} ${number}`
