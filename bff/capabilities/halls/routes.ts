import type { Handlers } from '../../http/call'
import type { HallService } from './service'

export const hallRoutes = (service: HallService): Handlers<'searchHalls' | 'readHall'> => ({
  searchHalls: ({ body }) => service.search(body),
  readHall: ({ params }) => service.read(params.hallId),
})
