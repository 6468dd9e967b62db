import type { Handlers } from '../../http/call'
import type { PersonService } from './service'

export const personRoutes = (persons: PersonService): Handlers<'listPersons' | 'addPerson' | 'removePerson'> => ({
  listPersons: (_, { citizen }) => persons.list(citizen.citizenId),
  addPerson: ({ body }, { citizen, idempotencyKey }) => persons.add(citizen.citizenId, idempotencyKey, body),
  removePerson: async ({ params }, { citizen }) => {
    await persons.remove(citizen.citizenId, params.personId)
    return { removed: true }
  },
})
