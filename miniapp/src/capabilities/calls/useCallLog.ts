import { useRef } from 'react'
import type { CallLogEntry } from '@shared/callLog'
import { serviceDay } from '@shared/time'
import { call, now, useRemote, type Remote } from '@/platform'
import { check, contradiction, unchecked, type Checked } from './chain'
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
    for (;;) {
      const { kept, entries, last } = await call('readCallLog', { params: { hallId, day }, query: { after: so.entries.length } })
      if (!kept) return { kept, entries: [], checked: so.checked, contradicts: false }
      const all = [...so.entries, ...entries]
      so = { entries: all, checked: check(so.checked, entries), contradicts: so.contradicts || contradiction(seen, all, last) }
      if (all.length >= last || entries.length === 0) break
    }
    read.current = { name, so }
    if (so.checked.brokenAt === null && !so.contradicts && so.checked.count > 0) keepHead(hallId, day, so.checked)
    return { kept: true, ...so }
  }, { everySeconds: EVERY_SECONDS })
}
