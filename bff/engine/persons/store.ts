import { relations } from '@shared/personRules'
import { grants } from '@shared/privacy'
import { z } from 'zod'
import type { PersonRecord, PersonStore } from '../../capabilities/persons/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { accept } from '../reply'
import { formerKey, personsKey } from './keys'
import { personScripts as scripts } from './scripts'

/** As long as an appointment is kept. */
const FORMER_MS = 8_640_000_000
/** Every one of them is one more look into the book when appointments are listed. */
const MOST_FORMER = 100

const stored = z.object({
  personId: z.string().min(1), kind: z.enum(['family', 'enterprise']), name: z.string(), idMasked: z.string(), creditCode: z.string().nullable().default(null), relation: z.enum(relations).nullable(),
  grants: z.array(z.enum(grants)).nullable().default(null),
  until: z.string().nullable(), consentBy: z.enum(['guardian', 'given', 'agent']), consentAt: z.number(),
})
const recordOf = (text: string): PersonRecord => stored.parse(JSON.parse(text))

/** A citizen's persons in Redis: one hash a citizen. */
export const createPersonStore = (redis: Redis): PersonStore => ({
  list: (citizenId) => harmless(async () => (await redis.hvals(personsKey(citizenId))).map(recordOf)),
  read: (citizenId, personId) => harmless(async () => {
    const text = await redis.hget(personsKey(citizenId), personId)
    return text === null ? null : recordOf(text)
  }),
  add: async (citizenId, record, { key, digest, most }) => {
    const [text] = accept(await scripts.add_person.run(redis, [personsKey(citizenId)], [record.personId, JSON.stringify(record), key, digest, most])) as [string]
    return recordOf(text)
  },
  remove: (citizenId, personId, now) => harmless(async () =>
    await scripts.remove_person.run(redis, [personsKey(citizenId)], [personId, now, FORMER_MS, MOST_FORMER]) === 1),
  erase: (citizenId) => harmless(async () => { await redis.del(personsKey(citizenId), formerKey(citizenId)) }),
  idsOf: (citizenId) => harmless(async () => {
    const [here, former] = await Promise.all([redis.hkeys(personsKey(citizenId)), redis.zrange(formerKey(citizenId), '0', '-1')])
    return [...new Set([...here, ...former])]
  }),
})
