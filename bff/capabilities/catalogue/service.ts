import type { CityItem, ItemView } from '@shared/catalogue'
import { ContractError } from '@shared/errors'
import type { Item } from './config'
import type { HallLines } from './port'

export interface CatalogueService {
  /** What can be done in a hall, in the order of its lines. Throws HALL_NOT_FOUND. */
  itemsOf(hallId: string): ItemView[]
  /** Everything that can be done anywhere. */
  all(): CityItem[]
}

export const createCatalogueService = (items: ReadonlyMap<string, Item>, halls: HallLines): CatalogueService => ({
  all: () => [...items.values()],
  itemsOf(hallId) {
    const hall = halls.find(hallId)
    if (!hall) throw new ContractError('HALL_NOT_FOUND')
    return hall.lines.flatMap(({ lineId, itemIds }) => itemIds.flatMap((itemId) => {
      const item = items.get(itemId)
      return item ? [{ ...item, lineId }] : []
    }))
  },
})
