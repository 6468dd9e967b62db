import type { Handlers } from '../../http/call'
import type { RushService } from './service'

/** The challenge, and the one act that a crowd wants done at once: it is admitted first. */
export const rushRoutes = (rush: RushService, { holdSlot }: Handlers<'holdSlot'>): Handlers<'readChallenge' | 'holdSlot'> => ({
  readChallenge: async (_, { citizen }) => rush.challenge(citizen.citizenId),
  holdSlot: async (input, call) => {
    rush.admit(call.citizen.citizenId, call.idempotencyKey, input.body.work)
    return holdSlot(input, call)
  },
})
