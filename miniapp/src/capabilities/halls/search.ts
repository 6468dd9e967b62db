import { useCallback, useEffect, useRef, useState } from 'react'
import type { HallSummary, Place } from '@shared/halls'
import { currentLanguage } from '@/i18n'
import { asApiError, call, useRemote, type ApiError, type Remote } from '@/platform'

export interface HallQuery { readonly text: string; readonly district: string | null; readonly near: Place | null }
interface Found { readonly halls: readonly HallSummary[]; readonly next: number | null }

const PAGE = 20
const REFRESH_SECONDS = 30

const bodyOf = ({ text, district, near }: HallQuery, cursor: number, limit: number) => ({
  cursor, limit, ...(text.trim() && { text: text.trim() }), ...(district && { district }), ...(near && { near }),
})

/** The first few halls, nearest first when a place is given; kept current. */
export const useNearestHalls = (near: Place | null, limit: number): Remote<Found> =>
  useRemote(`nearest:${JSON.stringify(near)}`, () => call('searchHalls', { body: bodyOf({ text: '', district: null, near }, 0, limit) }), { everySeconds: REFRESH_SECONDS })

/** Waits until typing rests, so that not every letter asks the server. */
export const useRested = <T>(value: T, milliseconds: number): T => {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return rested
}

export interface HallSearch extends Remote<Found> {
  readonly more: () => void
  readonly loadingMore: boolean
  readonly moreFailure: ApiError | null
}

/** Halls that match, page by page. A new question begins with its first page again. */
export const useHallSearch = (query: HallQuery): HallSearch => {
  const key = JSON.stringify(query)
  const first = useRemote(`halls:${key}`, () => call('searchHalls', { body: bodyOf(query, 0, PAGE) }))
  const [rest, setRest] = useState<Found & { readonly key: string }>({ key, halls: [], next: null })
  const [loadingMore, setLoadingMore] = useState(false)
  const [moreFailure, setMoreFailure] = useState<ApiError | null>(null)
  const latest = useRef({ key, query })
  latest.current = { key, query }
  const later = rest.key === key && rest.halls.length > 0 ? rest : null
  const next = later ? later.next : first.data?.next ?? null

  const more = useCallback(async (): Promise<void> => {
    if (next === null || loadingMore) return
    setLoadingMore(true)
    setMoreFailure(null)
    try {
      const page = await call('searchHalls', { body: bodyOf(latest.current.query, next, PAGE) })
      if (latest.current.key === key) setRest((before) => ({ key, halls: before.key === key ? [...before.halls, ...page.halls] : page.halls, next: page.next }))
    } catch (thrown) { setMoreFailure(asApiError(thrown, currentLanguage())) } finally { setLoadingMore(false) }
  }, [key, next, loadingMore])

  const seen = new Set<string>()
  const halls = [...(first.data?.halls ?? []), ...(later?.halls ?? [])].filter(({ hallId }) => !seen.has(hallId) && seen.add(hallId))
  return { ...first, data: first.data && { halls, next }, more: () => { void more() }, loadingMore, moreFailure }
}
