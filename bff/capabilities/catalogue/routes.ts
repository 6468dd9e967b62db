import type { Handlers } from '../../http/call'
import type { CatalogueService } from './service'

export const catalogueRoutes = (service: CatalogueService): Handlers<'listItems'> => ({
  listItems: async ({ params }) => ({ items: service.itemsOf(params.hallId) }),
})
