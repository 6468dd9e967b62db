import { useRef } from 'react'
import type { CallLogEntry } from '@shared/callLog'
import { serviceDay } from '@shared/time'
import { call, now, useRemote, type Remote } from '@/platform'
import { check, contradiction, lacking, unchecked, type Checked } from './chain'
import { headOf, keepHead } from './heads'

const EVERY_SECONDS = 20

export interface CallLogPage {
  readonly kept: boolean
  readonly entries: readonly CallLogEntry[]
  readonly checked: Checked
  /** It does not begin with what this phone was told before. */
  readonly contradicts: boolean
}
interface Read { readonly entries: readonly CallLogEntry[]; readonly checked: Checked; readonly contradicts: boolean }

/** The day's order of calling, read to its end, reckoned anew, and held against what this phone saw of it before. */
export const useCallLog = (hallId: string): Remote<CallLogPage> => {
  const read = useRef<{ readonly name: string; readonly so: Read } | null>(null)
  return useRemote(`calls/${hallId}`, async () => {
    const day = serviceDay(now())
    const name = `${hallId} ${day}`
    let so: Read = read.current?.name === name ? read.current.so : { entries: [], checked: unchecked(hallId, day), contradicts: false }
    const seen = headOf(hallId, day)
    const ask = (after: number) => call('readCallLog', { params: { hallId, day }, query: { after } })
    for (;;) {
      const { kept, entries, last } = await ask(so.entries.length)
      if (!kept) return { kept, entries: [], checked: so.checked, contradicts: false }
      const all = [...so.entries, ...entries]
      const checked = check(so.checked, entries)
      const torn = entries.length === 0 && all.length < last
      so = { ...so, entries: all, checked: torn ? lacking(checked) : checked }
      if (torn || all.length >= last) break
    }
    // An answer may be a second old. One to “what came after that?” is never older than that.
    const contradicts = seen !== null && (contradiction(seen, so.entries) ?? (await ask(seen.count)).last < seen.count)
    so = { ...so, contradicts: so.contradicts || contradicts }
    read.current = { name, so }
    if (so.checked.brokenAt === null && !so.contradicts && so.checked.count > (seen?.count ?? 0)) keepHead(hallId, day, so.checked)
    return { kept: true, ...so }
  }, { everySeconds: EVERY_SECONDS })
}
