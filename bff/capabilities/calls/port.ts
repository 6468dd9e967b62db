import type { CallLogEntry } from '@shared/callLog'

/** A page of a day's log. */
export interface LogPage {
  readonly entries: readonly CallLogEntry[]
  /** How many entries the log has. */
  readonly last: number
}

/** The days’ logs of the halls whose queue is ours. */
export interface CallLog {
  /**
   * Links to the log what happened since its end; all that had happened when it was asked is in it afterwards. Gives how many
   * entries it added itself: several may seal at once, and each entry is added once.
   */
  readonly seal: (hallId: string, day: string) => Promise<number>
  /** The entries after one, as they are kept: whether they still are a chain is for the reader to reckon. */
  readonly read: (hallId: string, day: string, after: number, most: number) => Promise<LogPage>
  /** How many changes each hall has seen that day: an unchanged count has nothing to seal. */
  readonly changes: (hallIds: readonly string[], day: string) => Promise<readonly number[]>
}

export interface Halls {
  /** Whether the hall's order of calling is ours to show; null when there is no such hall. */
  readonly keeps: (hallId: string) => boolean | null
}
