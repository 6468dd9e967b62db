import type { CitizenCaller, Handlers } from '../../http/call'
import type { Accounts } from './accounts'
import type { RealNameService } from './realName'
import { returnOrigin, type Origins } from './returnOrigin'
import type { IdentityService } from './service'

type Names = 'startSignIn' | 'createSession' | 'readSession' | 'endSession' | 'listDevices' | 'endDevice' | 'endOtherDevices' |
  'readRealName' | 'startFaceCheck' | 'finishFaceCheck' | 'listConsents' | 'withdrawConsent'

const shown = ({ name, channel, expiresAt, realName }: CitizenCaller) => ({ name, channel, expiresAt, realName })

export const identityRoutes = (identity: IdentityService, realNames: RealNameService, accounts: Accounts, origins: Origins): Handlers<Names> => ({
  startSignIn: async ({ body }, { origin }) => ({ authorizeUrl: identity.authorizeUrl(body.state, body.challenge, returnOrigin(origin, origins)) }),

  createSession: async ({ body }) => {
    const session = await identity.signIn(body)
    return { token: session.token, ...shown(session) }
  },

  readSession: async (_, { citizen }) => shown(citizen),

  endSession: async (_, { token }) => {
    await identity.revoke(token)
    return { ended: true }
  },

  listDevices: async (_, { citizen }) => ({ devices: await identity.devices(citizen) }),
  endDevice: async ({ params }, { citizen }) => {
    await identity.endDevice(citizen, params.deviceId)
    return { ended: true }
  },
  endOtherDevices: async (_, { citizen }) => ({ ended: await identity.endDevices(citizen.accounts, citizen.deviceId) }),

  readRealName: (_, { citizen }) => realNames.read(citizen),
  startFaceCheck: ({ body }, { citizen, idempotencyKey }) => realNames.begin(citizen, idempotencyKey, body),
  finishFaceCheck: ({ params }, { citizen }) => realNames.finish(citizen, params.checkId),

  listConsents: async (_, { citizen }) => ({ consents: [...await accounts.consentsOf(citizen.accounts)] }),
  withdrawConsent: async ({ params }, { citizen }) => {
    const consents = await accounts.withdraw(citizen.accounts, params.kind)
    identity.doubt(citizen.accounts)
    return { consents: [...consents] }
  },
})
