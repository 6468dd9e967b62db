import type { GuideHall, ItemGuide } from '@shared/guides'
import type { CityEntry } from './merging'
import type { HallLines } from './port'

const MOST_HALLS = 30
const MOST_CHANGES = 20
const LEVELS = ['city', 'district', 'town', 'community'] as const

/** Where each item is done, by item, halls of the city first. */
export const placesByItem = ({ halls }: Pick<HallLines, 'halls'>): ReadonlyMap<string, readonly GuideHall[]> => {
  const places = new Map<string, GuideHall[]>()
  const inOrder = [...halls].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || (a.hallId < b.hallId ? -1 : 1))
  for (const { hallId, name, level, district, address, lines } of inOrder) {
    for (const { lineId, name: lineName, itemIds, booking } of lines) {
      for (const itemId of itemIds) {
        const known = places.get(itemId) ?? []
        known.push({ hallId, name, level, district, address, lineId, lineName, bookable: booking !== null })
        places.set(itemId, known)
      }
    }
  }
  return places
}

/** The answer to: can I, what to bring, where, how long, how much. A withdrawn item is done nowhere. */
export const guideOf = (entry: CityEntry, halls: readonly GuideHall[], edition: { readonly version: number; readonly asOf: number } | null): ItemGuide => {
  const { itemId, name, summary, withdrawn, conditions, materials, place, fee, minutes, record } = entry
  const where = withdrawn ? [] : halls
  return {
    itemId, name, summary, withdrawn, conditions: [...conditions], materials: [...materials],
    code: record?.code ?? null, level: record?.level ?? null, department: record?.department ?? null, audience: record?.audience ?? null,
    where: { halls: where.slice(0, MOST_HALLS), hallCount: where.length, place },
    time: { onTheSpot: record?.onTheSpot ?? null, promised: record?.promised ?? null, lawful: record?.lawful ?? null, minutes },
    fee: record ? { free: record.fee.free, text: fee } : fee && { free: false, text: fee },
    online: record?.online ?? null, history: (record?.history ?? []).slice(-MOST_CHANGES).reverse(),
    version: record && edition ? edition.version : null, asOf: record && edition ? edition.asOf : null,
  }
}
