import { endpoints } from '@shared/endpoints'
import { z, type ZodType } from 'zod'
import { fieldTexts } from '@/i18n/myData'

/** Where what is exported is listed too, record by record. */
const lists = ['listTickets', 'listAppointments', 'listWaiting', 'listRatings', 'listPersons', 'listMessages', 'readMessageSettings', 'listDevices', 'listConsents', 'readRealName'] as const

/** Not of a record: what a list as a whole tells, and what is left out of the export. */
const notHeld = [
  'tickets', 'appointments', 'waiting', 'ratings', 'persons', 'messages', 'missing', 'asOf', 'nextPollSeconds', 'noShows', 'noShowsAllowed', 'restrictedUntil', 'most', 'unread', 'more', 'current',
]

interface Schema { readonly $ref?: string; readonly $defs?: Readonly<Record<string, Schema>>; readonly properties?: Readonly<Record<string, Schema>>; readonly items?: Schema; readonly anyOf?: readonly Schema[]; readonly oneOf?: readonly Schema[] }

const namesIn = (schema: ZodType): Set<string> => {
  const whole = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Schema
  const names = new Set<string>()
  const walk = (node: Schema): void => {
    const named = node.$ref === undefined ? undefined : whole.$defs?.[node.$ref.split('/').pop() ?? '']
    for (const part of [named, node.items, ...(node.anyOf ?? []), ...(node.oneOf ?? [])]) if (part) walk(part)
    for (const [name, part] of Object.entries(node.properties ?? {})) {
      names.add(name)
      walk(part)
    }
  }
  walk(whole)
  return names
}

it.each(lists)('has a name in both languages for every field that %s can hold', (name) => {
  const names = [...namesIn(endpoints[name].output)].filter((field) => !notHeld.includes(field) && field !== 'zh' && field !== 'en')
  expect(names.length).toBeGreaterThan(1)
  expect(names.filter((field) => !(field in fieldTexts))).toEqual([])
})
