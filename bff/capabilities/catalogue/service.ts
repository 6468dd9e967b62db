import type { ItemView } from '@shared/catalogue'
import { ContractError } from '@shared/errors'
import type { Item } from './config'
import type { HallLines } from './port'

export interface CatalogueService {
  /** What can be done in a hall, in the order of its lines. Throws HALL_NOT_FOUND. */
  itemsOf(hallId: string): ItemView[]
}

export const createCatalogueService = (items: ReadonlyMap<string, Item>, halls: HallLines): CatalogueService => ({
  itemsOf(hallId) {
    const hall = halls.find(hallId)
    if (!hall) throw new ContractError('HALL_NOT_FOUND')
    return hall.lines.flatMap(({ lineId, itemIds }) => itemIds.flatMap((itemId) => {
      const item = items.get(itemId)
      return item ? [{ ...item, lineId }] : []
    }))
  },
})
