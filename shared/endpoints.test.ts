import * as appointments from './appointments'
import * as book from './book'
import * as bulletins from './bulletins'
import * as callLog from './callLog'
import * as cases from './cases'
import * as catalogue from './catalogue'
import * as consoles from './console'
import type { Endpoint } from './endpoint'
import { endpoints } from './endpoints'
import { errorTable } from './errors'
import * as guides from './guides'
import * as halls from './halls'
import * as identity from './identity'
import * as messages from './messages'
import * as myData from './myData'
import * as orders from './orders'
import * as persons from './persons'
import * as photos from './photos'
import * as presence from './presence'
import * as queue from './queue'
import * as ratings from './ratings'
import * as realName from './realName'
import * as rush from './rush'
import * as staff from './staff'
import * as supervision from './supervision'
import * as system from './system'
import * as waitingList from './waitingList'

const table: [string, Endpoint][] = Object.entries(endpoints)
const isEndpoint = (value: unknown): value is Endpoint => typeof value === 'object' && value !== null && 'method' in value && 'path' in value
const placeholders = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '').sort()

describe('the endpoint table', () => {
  test('holds every endpoint that the contract defines', () => {
    const defined = [appointments, book, bulletins, callLog, cases, catalogue, consoles, guides, halls, identity, messages, myData, orders, persons, photos, presence, queue, ratings, realName, rush, staff, supervision, system, waitingList]
      .flatMap((module): [string, unknown][] => Object.entries(module)).filter(([, value]) => isEndpoint(value)).map(([name]) => name)
    expect(table.map(([name]) => name).sort()).toEqual(defined.sort())
  })

  test('names no method and path twice', () => {
    const routes = table.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':')}`)
    expect(new Set(routes).size).toBe(routes.length)
  })
})

describe.each(table)('%s', (_, endpoint) => {
  test.each(['params', 'query', 'body'] as const)('its example of %s is what its schema takes', (part) => {
    if (!endpoint[part]) return expect(endpoint.example[part]).toBeUndefined()
    return expect(endpoint[part].safeParse(endpoint.example[part])).toMatchObject({ success: true })
  })

  test('its example of an answer is whole and has nothing more', () => {
    expect(endpoint.output.parse(endpoint.example.output)).toEqual(endpoint.example.output)
  })

  test('its path has the parameters that its schema checks', () => {
    expect(Object.keys(endpoint.params?.shape ?? {}).sort()).toEqual(placeholders(endpoint.path))
  })

  test('refuses fields that it does not know', () => {
    const example = { ...(endpoint.example.body as object | undefined), surprise: 1 }
    if (endpoint.body) expect(endpoint.body.safeParse(example).success).toBe(false)
    for (const part of [endpoint.params, endpoint.query]) {
      if (part) expect(part.safeParse({ surprise: 1 }).error?.issues.map(({ code }) => code)).toContain('unrecognized_keys')
    }
  })

  test('names each of its errors once, all of them from the table', () => {
    expect(new Set(endpoint.errors).size).toBe(endpoint.errors.length)
    for (const code of endpoint.errors) expect(errorTable).toHaveProperty(code)
  })

  test('names the errors that its kind of caller and its key bring along', () => {
    const { caller, errors } = endpoint
    if (caller === 'citizen' || Array.isArray(caller)) expect(errors).toContain('UNAUTHENTICATED')
    if (caller === 'screen' || Array.isArray(caller)) expect(errors).toContain('FORBIDDEN')
    if (Array.isArray(caller)) expect(errors.includes('SECOND_FACTOR_ENROL')).toBe(endpoint.enrolling !== true)
    if (endpoint.idempotencyKey) expect(errors).toEqual(expect.arrayContaining(['IDEMPOTENCY_KEY_REUSED', 'UNKNOWN_OUTCOME']))
  })

  test('names the error for each thing in its path that may not exist', () => {
    const missing = { hallId: 'HALL_NOT_FOUND', itemId: 'ITEM_NOT_FOUND', lineId: 'LINE_NOT_FOUND', windowId: 'WINDOW_NOT_FOUND', ticketId: 'TICKET_NOT_FOUND', account: 'ACCOUNT_NOT_FOUND',
      appointmentId: 'APPOINTMENT_NOT_FOUND', waitingId: 'WAITING_NOT_FOUND', startsAt: 'SLOT_NOT_FOUND', personId: 'PERSON_NOT_FOUND', caseNo: 'CASE_NOT_FOUND', ratingId: endpoint.path.startsWith('/api/staff/orders') ? 'ORDER_NOT_FOUND' : 'RATING_NOT_FOUND', photoId: 'PHOTO_NOT_FOUND', bulletinId: 'BULLETIN_NOT_FOUND', checkId: 'CHECK_NOT_FOUND', parkedId: 'PARKED_NOT_FOUND' }
    // Every day is there, though nothing may happen on it; a consent or a device that is gone is what was wished.
    for (const name of placeholders(endpoint.path).filter((one) => !['day', 'kind', 'deviceId'].includes(one))) expect(endpoint.errors).toContain(missing[name as keyof typeof missing])
  })
})
