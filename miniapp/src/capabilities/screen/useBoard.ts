import { useCallback, useState } from 'react'
import type { Board } from '@shared/halls'
import { now } from '@/platform/clock'
import { usePoll } from '@/platform/web/usePoll'
import { readBoard } from './api'

/** The pace of asking, milliseconds. */
const EVERY_MS = 2000

export interface HeardBoard { readonly board: Board; readonly receivedAt: number }

/** The hall's board as last heard; null before the first answer. */
export const useBoard = (hallId: string): HeardBoard | null => {
  const [heard, setHeard] = useState<HeardBoard | null>(null)
  const ask = useCallback(async (isLeft: () => boolean) => {
    const board = await readBoard(hallId)
    if (!isLeft()) setHeard({ board, receivedAt: now() })
  }, [hallId])
  usePoll(ask, EVERY_MS)
  return heard
}
