import type { NewPerson } from '@shared/persons'
import { call } from '@/platform/api'

export const listPersons = () => call('listPersons', {})
export const addPerson = (body: NewPerson, key: string) => call('addPerson', { body }, { key })
export const removePerson = (personId: string) => call('removePerson', { params: { personId } })
