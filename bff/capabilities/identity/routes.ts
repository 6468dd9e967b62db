import type { CitizenCaller, Handlers } from '../../http/call'
import { returnOrigin, type Origins } from './returnOrigin'
import type { IdentityService } from './service'

const shown = ({ name, channel, expiresAt }: CitizenCaller) => ({ name, channel, expiresAt })

export const identityHandlers = (service: IdentityService, origins: Origins):
Handlers<'startSignIn' | 'createSession' | 'readSession' | 'endSession'> => ({
  startSignIn: async ({ body }, { origin }) => ({ authorizeUrl: service.authorizeUrl(body.state, returnOrigin(origin, origins)) }),

  createSession: async ({ body }) => {
    const session = await service.signIn(body.channel, body.code)
    return { token: session.token, ...shown(session) }
  },

  readSession: async (_, { citizen }) => shown(citizen),

  endSession: async (_, { token }) => {
    await service.revoke(token)
    return { ended: true }
  },
})
