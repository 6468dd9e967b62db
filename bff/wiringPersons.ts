import { personRoutes } from './capabilities/persons/routes'
import { PersonService } from './capabilities/persons/service'
import type { Config } from './config'
import { createPersonStore } from './engine/persons/store'
import type { Clock } from './platform/clock'
import type { Redis } from './platform/redis'
import { deriveKey } from './platform/secrets'

interface Parts { readonly config: Pick<Config, 'APP_SECRET'>; readonly redis: Redis; readonly clock: Clock }

/** Joins the persons a citizen may act for with where they are kept. */
export const wirePersons = ({ config, redis, clock }: Parts) => {
  const persons = new PersonService({ store: createPersonStore(redis), clock, personKey: deriveKey(config.APP_SECRET, 'person') })
  return { handlers: personRoutes(persons), persons }
}
