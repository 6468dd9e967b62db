import type { Handlers } from '../../http/call'
import type { CatalogueService } from './service'

export const catalogueRoutes = (service: CatalogueService): Handlers<'listItems' | 'listCityItems'> => ({
  listCityItems: async () => ({ items: service.all() }),
  listItems: async ({ params }) => ({ items: service.itemsOf(params.hallId) }),
})
