import type { Handlers } from '../../http/call'
import type { PresenceService } from './service'

export const presenceRoutes = (service: PresenceService): Handlers<'scanCode' | 'readScreenCode' | 'readScreenLink'> => ({
  scanCode: async ({ body }) => service.scan(body),
  readScreenCode: async ({ params }) => service.codeFor(params.hallId),
  readScreenLink: async ({ params }) => service.linksFor(params.hallId),
})
