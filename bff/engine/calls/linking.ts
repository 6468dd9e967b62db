import { createHash } from 'node:crypto'
import type { CallLogEntry } from '@shared/callLog'
import { firstText, linkText } from '@shared/chain'
import type { Told } from './entries'

/** Where a chain ends: its last entry, or the text it begins with. */
export interface ChainEnd { readonly n: number; readonly hash: string }

export const beginning = (hallId: string, day: string): ChainEnd => ({ n: 0, hash: firstText(hallId, day) })

/** Links what happened to the end of a chain, in that order. */
export const linked = (end: ChainEnd, told: readonly Told[]): CallLogEntry[] => {
  let { n, hash } = end
  return told.map((one) => {
    const entry = { n: n += 1, ...one }
    hash = createHash('sha256').update(linkText(hash, entry)).digest('hex')
    return { ...entry, hash }
  })
}
