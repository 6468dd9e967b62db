import { Serialized, type Handlers } from '../../http/call'
import type { CatalogueService } from './service'

export const catalogueRoutes = (service: CatalogueService): Handlers<'listItems' | 'listCityItems' | 'readGuide' | 'searchItems'> => ({
  listCityItems: async () => ({ items: await service.all() }),
  listItems: async ({ params }) => ({ items: await service.itemsOf(params.hallId) }),
  readGuide: async ({ params }) => new Serialized(await service.guideText(params.itemId)),
  searchItems: async ({ query }) => ({ items: await service.search(query.q, query.limit) }),
})
