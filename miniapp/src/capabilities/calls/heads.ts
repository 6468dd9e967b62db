import { isRecord, stored } from '@/platform'
import type { Checked } from './chain'

/** Of so many days of halls, the latest looked at. */
const MOST = 20

interface Head { readonly name: string; readonly count: number; readonly hash: string }
const isHead = (value: unknown): value is Head => isRecord(value) && typeof value.name === 'string' && typeof value.count === 'number' && typeof value.hash === 'string'
const isHeads = (value: unknown): value is Head[] => Array.isArray(value) && value.every(isHead)
const heads = stored('call-heads', 1, isHeads)
const nameOf = (hallId: string, day: string): string => `${hallId} ${day}`

/** How the log ended when this phone looked last: what is told later must begin with that. Null when it has not looked. */
export const headOf = (hallId: string, day: string): Pick<Checked, 'count' | 'hash'> | null =>
  (heads.read() ?? []).find(({ name }) => name === nameOf(hallId, day)) ?? null

export const keepHead = (hallId: string, day: string, { count, hash }: Pick<Checked, 'count' | 'hash'>): void => {
  const name = nameOf(hallId, day)
  heads.write([{ name, count, hash }, ...(heads.read() ?? []).filter((head) => head.name !== name)].slice(0, MOST))
}
