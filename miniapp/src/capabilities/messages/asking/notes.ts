import { messageKinds, type MessageKind } from '@shared/messageKinds'
import { isRecord } from '@/platform/guards'
import type { Keep } from '@/platform/keep'
import type { Permission } from '@/platform/permission'
import type { Refusals } from './policy'

/** Answers the server has not heard yet, with the key they are told under. */
export interface Untold { readonly key: string; readonly answers: readonly Permission[]; readonly at: number }

/** An answer that could not be told for so long is of no use any more, and its key may be forgotten. */
const UNTOLD_LASTS_MS = 86_400_000

const isPermission = (value: unknown): value is Permission =>
  isRecord(value) && typeof value.templateId === 'string' && ['accept', 'always', 'reject', 'ban'].some((known) => known === value.answer)
const isUntold = (value: unknown): value is Untold =>
  isRecord(value) && typeof value.key === 'string' && typeof value.at === 'number' && Array.isArray(value.answers) && value.answers.every(isPermission)

/** What this phone remembers of one person's permissions. */
export const createNotes = (keep: Keep, now: () => number) => {
  const untold = (): Untold[] => {
    const kept = keep.read('messages/untold')
    const age = (at: number): number => now() - at
    return Array.isArray(kept) ? kept.filter(isUntold).filter(({ at }) => age(at) >= 0 && age(at) < UNTOLD_LASTS_MS) : []
  }
  return {
    refused: (): Refusals => {
      const kept = keep.read('messages/refused')
      return isRecord(kept) ? Object.fromEntries(Object.entries(kept).filter((pair): pair is [string, number] => typeof pair[1] === 'number')) : {}
    },
    noteRefused: (refused: Refusals): void => keep.write('messages/refused', refused),
    /** Kinds the citizen does not want, as this phone last heard. */
    off: (): readonly MessageKind[] => {
      const kept = keep.read('messages/off')
      return Array.isArray(kept) ? messageKinds.filter((kind) => kept.includes(kind)) : []
    },
    noteOff: (off: readonly MessageKind[]): void => keep.write('messages/off', off),
    untold,
    keepUntold: (one: Untold): void => keep.write('messages/untold', [...untold(), one]),
    dropUntold: (key: string): void => keep.write('messages/untold', untold().filter((one) => one.key !== key)),
  }
}
export type Notes = ReturnType<typeof createNotes>
