import type { Authorisations, NameCheck } from './capabilities/persons/port'
import { personRoutes } from './capabilities/persons/routes'
import { PersonService } from './capabilities/persons/service'
import type { Config } from './config'
import { createPersonStore } from './engine/persons/store'
import type { PersonIds } from './personIds'
import type { Clock } from './platform/clock'
import type { Redis } from './platform/redis'
import { deriveKey } from './platform/secrets'

interface Parts {
  readonly config: Pick<Config, 'APP_SECRET'>
  readonly redis: Redis
  readonly clock: Clock
  readonly personIds: PersonIds
  readonly nameCheck: NameCheck
  readonly authorisations: Authorisations
  readonly realNameOf: (citizenId: string) => Promise<{ readonly idNumber: string } | null>
}

/** Joins the persons a citizen may act for with where they are kept, and with who confirms them. */
export const wirePersons = ({ config, redis, clock, personIds, nameCheck, authorisations, realNameOf }: Parts) => {
  const persons = new PersonService({ store: createPersonStore(redis), clock, ids: personIds, actKey: deriveKey(config.APP_SECRET, 'person-act'), nameCheck, authorisations, realNameOf })
  return { handlers: personRoutes(persons), persons }
}
