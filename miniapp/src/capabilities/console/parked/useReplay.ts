import { useState } from 'react'
import { ApiError } from '@/platform/api'
import { now } from '@/platform/clock'
import type { ConsoleApi, ParkedList, ParkedMessage } from '../api'
import type { Acts } from '../useActs'

/** What became of trying one again: `dropped` was past its time, `gone` was kept no longer when it was tried. */
export type Outcome = 'tried' | 'dropped' | 'gone'
export interface Replayed { readonly message: ParkedMessage; readonly outcome: Outcome }

/** It still makes sense at its last instant, as the server has it. */
export const isLate = ({ validUntil }: ParkedMessage, at: number): boolean => at > validUntil

export interface Replays {
  /** What was tried again in this room, by its id. */
  readonly replayed: ReadonlyMap<string, Replayed>
  /** The last one that was pressed: beside it stands what `acts` has to say. */
  readonly pressed: string | null
  readonly replay: (message: ParkedMessage) => void
}

/** Tries messages again, one at a time. `accept` takes it out of the list as heard: when the server lists it anew, it has failed anew. */
export const useReplay = (api: ConsoleApi, acts: Acts, accept: (change: (before: ParkedList) => ParkedList) => void): Replays => {
  const [replayed, setReplayed] = useState<ReadonlyMap<string, Replayed>>(new Map())
  const [pressed, setPressed] = useState<string | null>(null)

  const replay = (message: ParkedMessage): void => {
    if (acts.acting) return
    const { parkedId } = message
    const done = isLate(message, now()) ? 'dropped' : 'tried'
    const send = (): Promise<Outcome> => api.replayParked(parkedId).then(() => done, (thrown: unknown) => {
      if (thrown instanceof ApiError && thrown.code === 'PARKED_NOT_FOUND') return 'gone'
      throw thrown
    })
    const then = (outcome: Outcome): void => {
      setReplayed((before) => new Map(before).set(parkedId, { message, outcome }))
      accept(({ parked, total }) => ({ parked: parked.filter((one) => one.parkedId !== parkedId), total: Math.max(0, total - 1) }))
    }
    setPressed(parkedId)
    void acts.perform({ send, then, done: () => null })
  }
  return { replayed, pressed, replay }
}

export interface ParkedEntry { readonly message: ParkedMessage; readonly outcome: Outcome | null; readonly again: boolean }

/** What is kept aside, newest first, and in their places those that were tried again in this room. */
export const entriesOf = (parked: readonly ParkedMessage[], replayed: ReadonlyMap<string, Replayed>): ParkedEntry[] => {
  const kept = new Set(parked.map(({ parkedId }) => parkedId))
  const left = [...replayed.values()].filter(({ message }) => !kept.has(message.parkedId))
  return [
    ...parked.map((message) => ({ message, outcome: null, again: replayed.has(message.parkedId) })),
    ...left.map(({ message, outcome }) => ({ message, outcome, again: false })),
  ].sort((one, other) => other.message.parkedAt - one.message.parkedAt)
}
