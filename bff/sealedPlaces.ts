import { channel } from '@shared/identity'
import { contextOf as factorContext } from './capabilities/staff/secondFactor'
import { handleContext } from './capabilities/identity/accounts'
import { contextOf as messageContext } from './engine/notifications/store'
import type { SealedPlace } from './engine/resealing/resealing'

const between = (text: string, before: string, after: string): string => text.slice(text.indexOf(before) + before.length, text.indexOf(after))

/** Everything in Redis that is sealed and lasts: what is added there is added here. */
export const sealedPlaces: readonly SealedPlace[] = [
  {
    match: '{citizen:*}:account',
    contextOf: (key, field) => {
      const citizenId = between(key, '{citizen:', '}')
      const by = channel.options.find((one) => field === `handle:${one}`)
      return by ? handleContext(citizenId, by) : field === 'sealed' ? citizenId : null
    },
  },
  { match: '{citizen:*}:msg:bodies', contextOf: (key, field) => messageContext(between(key, '{citizen:', '}'), field) },
  { match: '{staff}:factor:*', contextOf: (key, field) => (field === 'secret' ? factorContext(key.slice('{staff}:factor:'.length)) : null) },
  { match: '{hall:*}:r:*', contextOf: (key, field) => (field === 'rater' ? key.slice(key.indexOf('}:r:') + 4) : null) },
]
