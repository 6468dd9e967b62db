import { useTabValue } from '../useTabValue'

/** The part of a hall's book that is looked at. No day is today, so that a tab left open overnight does not show yesterday. */
export interface BookPlace { readonly hallId: string; readonly day: string | null; readonly lineId: string | null }

const isPart = (value: unknown): value is string | null => value === null || typeof value === 'string'
const isPlace = (value: unknown): value is BookPlace =>
  typeof value === 'object' && value !== null && 'hallId' in value && typeof value.hallId === 'string'
  && 'day' in value && isPart(value.day) && 'lineId' in value && isPart(value.lineId)

/** The day and line, kept over a reload of the tab; in another hall it begins anew. */
export const useBookPlace = (hallId: string): readonly [BookPlace, (place: BookPlace) => void] => {
  const [kept, keep] = useTabValue('yichuang.console-book', isPlace)
  return [kept?.hallId === hallId ? kept : { hallId, day: null, lineId: null }, keep]
}
