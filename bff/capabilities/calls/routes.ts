import { Serialized, type Handlers } from '../../http/call'
import type { CallLogService } from './service'

export const callRoutes = (service: CallLogService): Handlers<'readCallLog'> => ({
  readCallLog: async ({ params: { hallId, day }, query: { after } }) => {
    const page = await service.read(hallId, day, after)
    return new Serialized(page.json, () => service.isFresh(hallId, day, after, page))
  },
})
