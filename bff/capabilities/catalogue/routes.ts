import { Serialized, type Handlers } from '../../http/call'
import type { CatalogueService } from './service'

export const catalogueRoutes = (service: CatalogueService): Handlers<'listItems' | 'listCityItems' | 'readGuide' | 'searchItems'> => ({
  listCityItems: async () => ({ items: await service.all() }),
  listItems: async ({ params }) => ({ items: await service.itemsOf(params.hallId) }),
  readGuide: async ({ params }) => {
    const { json, holds } = await service.guideText(params.itemId)
    return new Serialized(json, holds)
  },
  searchItems: async ({ query }) => ({ items: await service.search(query.q, query.limit) }),
})
