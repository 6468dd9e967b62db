import { useRef } from 'react'
import type { HallSummary, Place } from '@shared/halls'
import { call, useRemote, type ApiError, type Remote } from '@/platform'

export interface HallQuery { readonly text: string; readonly district: string | null; readonly near: Place | null }
interface Found { readonly halls: readonly HallSummary[]; readonly next: number | null }

const PAGE = 20
const REFRESH_SECONDS = 30
/** Slack on top of the pace before what was heard counts as old: one slow answer is no reason to alarm. */
export const FRESH_GRACE_MS = 15_000
/** How long a list of halls may be shown as now, milliseconds. */
export const LIST_FRESH_MS = REFRESH_SECONDS * 1000 + FRESH_GRACE_MS

const bodyOf = ({ text, district, near }: HallQuery, cursor: number, limit: number) => ({
  cursor, limit, ...(text.trim() && { text: text.trim() }), ...(district && { district }), ...(near && { near }),
})

/** The first few halls, nearest first when a place is given; kept current. */
export const useNearestHalls = (near: Place | null, limit: number): Remote<Found> =>
  useRemote(`nearest:${JSON.stringify(near)}`, () => call('searchHalls', { body: bodyOf({ text: '', district: null, near }, 0, limit) }), { everySeconds: REFRESH_SECONDS })

export interface HallSearch extends Remote<Found> {
  readonly more: () => void
  readonly loadingMore: boolean
  readonly moreFailure: ApiError | null
}

/** The first pages of an answer, one after another, a hall that moved between two of them once. */
const firstPages = async (query: HallQuery, pages: number): Promise<Found & { readonly pages: number }> => {
  const halls = new Map<string, HallSummary>()
  let next: number | null = 0
  for (let page = 0; page < pages && next !== null; page += 1) {
    const found: Found = await call('searchHalls', { body: bodyOf(query, next, PAGE) })
    for (const hall of found.halls) halls.set(hall.hallId, hall)
    next = found.next
  }
  return { halls: [...halls.values()], next, pages }
}

/** Halls that match, page by page, all of them kept current. A new question begins with its first page again. */
export const useHallSearch = (query: HallQuery): HallSearch => {
  const key = JSON.stringify(query)
  const wanted = useRef({ key, pages: 1 })
  if (wanted.current.key !== key) wanted.current = { key, pages: 1 }
  const found = useRemote(`halls:${key}`, () => firstPages(query, wanted.current.pages), { everySeconds: REFRESH_SECONDS })
  const { data, loading, failure, reload } = found
  const wantsMore = data !== null && data.next !== null && wanted.current.pages > data.pages
  const more = (): void => {
    if (!data || data.next === null || (wantsMore && loading)) return
    wanted.current = { key, pages: data.pages + 1 }
    reload()
  }
  return { ...found, more, loadingMore: wantsMore && loading, moreFailure: wantsMore && !loading ? failure : null }
}
