import { useRef } from 'react'
import type { HallOffer } from '@shared/appointments'
import type { Place } from '@shared/halls'
import { useRemote, type Remote } from '@/platform'
import { searchHalls } from './api'

const PAGE = 10
const REFRESH_SECONDS = 30

export interface HallOffers { readonly halls: readonly HallOffer[]; readonly next: number | null; readonly pages: number; readonly asOf: number }
interface Wanted { readonly itemIds: readonly string[]; readonly near: Place | null; readonly district: string | null; /** Only this one; empty when any will do. */ readonly hallId: string }

/** The first pages of an answer, one after another, a hall that moved between two of them once. */
const firstPages = async (wanted: Wanted, pages: number): Promise<HallOffers> => {
  const halls = new Map<string, HallOffer>()
  let [next, asOf]: [number | null, number] = [0, 0]
  for (let page = 0; page < pages && next !== null; page += 1) {
    const found: Omit<HallOffers, 'pages'> = await searchHalls({ ...wanted, cursor: next, limit: PAGE })
    for (const hall of found.halls) halls.set(`${hall.hallId}/${hall.lineId}`, hall)
    next = found.next
    asOf = found.asOf
  }
  return { halls: [...halls.values()], next, pages, asOf }
}

/** Halls that do all of it, page by page, kept current. */
export const useHallOffers = (wanted: Wanted): Remote<HallOffers> & { readonly more: () => void } => {
  const key = JSON.stringify(wanted)
  const pages = useRef({ key, n: 1 })
  if (pages.current.key !== key) pages.current = { key, n: 1 }
  const found = useRemote(`offers/${key}`, () => firstPages(wanted, pages.current.n), { everySeconds: REFRESH_SECONDS })
  const more = (): void => {
    if (found.loading || !found.data) return
    pages.current = { key, n: found.data.pages + 1 }
    found.reload()
  }
  return { ...found, more }
}
