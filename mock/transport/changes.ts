import type { TransportState } from './state'
import { wireChange } from './wire'

const MOST_CHANGES = 100

/** 变更: what happened since the start, by an opaque token that says how far one has read. */
export const createChanges = ({ journal }: TransportState, startedAt: number) => {
  const start = startedAt.toString(36)
  const write = (serial: number): string => Buffer.from(JSON.stringify([start, serial])).toString('base64url')
  const read = (token: string): number | null => {
    try {
      const [of, serial] = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as unknown[]
      return of === start && typeof serial === 'number' && serial <= journal.last().serial && serial >= journal.forgotten() ? serial : null
    } catch {
      return null
    }
  }
  return {
    /** Null for a token of another start, or older than what is kept. @param token null: from now on */
    after: (token: string | null): { readonly changes: readonly object[]; readonly cursor: string; readonly more: boolean } | null => {
      const from = token === null ? journal.last().serial : read(token)
      if (from === null) return null
      const changes = journal.where(({ serial }) => serial > from, MOST_CHANGES)
      const reached = changes.at(-1)?.serial ?? from
      return { changes: changes.map((change) => wireChange(start, change)), cursor: write(reached), more: reached < journal.last().serial }
    },
    /** The token of everything that is kept. */
    beginning: (): string => write(journal.forgotten()),
  }
}
