import { createHash } from 'node:crypto'
import type { OrderState } from '@shared/orderStates'
import type { LocalName, OrderRecord, OrderStepRecord, OrderStore, StepAct } from '../../capabilities/ratings/orders/port'
import type { Redis } from '../../platform/redis'
import { harmless } from '../harmless'
import { accept } from '../reply'
import { orderKey, ordersAboutKey, ordersKey, ratingKey, stepsKey } from './keys'
import { ratingScripts as scripts } from './scripts'

const digestOf = ({ step, text, satisfied }: StepAct): string => createHash('sha1').update(JSON.stringify([step, text, satisfied])).digest('base64url')
const listed = (text: string | undefined): string[] => (text ?? '').split(' ').filter(Boolean)

const recordOf = (ratingId: string, fields: Readonly<Record<string, string>>, steps: readonly string[]): OrderRecord => ({
  ratingId, state: fields.state as OrderState, openedAt: Number(fields.opened), dueAt: fields.due ? Number(fields.due) : null, rectifyBy: Number(fields.rectify),
  clerk: fields.clerk || null, handlers: listed(fields.handlers), checkers: listed(fields.checkers),
  leader: fields.leader ? JSON.parse(fields.leader) as LocalName : null, satisfied: fields.satisfied === undefined ? null : fields.satisfied === '1',
  steps: steps.map((text) => JSON.parse(text) as OrderStepRecord),
})

/** Work orders in Redis, each beside its rating. */
export const createOrderStore = (redis: Redis): OrderStore => {
  const readAll: OrderStore['readAll'] = async (ratingIds) => {
    const found = await harmless(() => Promise.all(ratingIds.map((id) => Promise.all([redis.hgetall(orderKey(id)), redis.lrange(stepsKey(id), 0, -1)]))))
    return ratingIds.flatMap((id, i) => {
      const [fields, steps] = found[i] as [Record<string, string>, string[]]
      return fields.state === undefined ? [] : [recordOf(id, fields, steps)]
    })
  }
  return {
    readAll,
    read: async (ratingId) => (await readAll([ratingId]))[0] ?? null,
    step: async (act) => {
      const { now, step, actor, side, owner, key, due, rectifyBy, satisfied, text } = act
      accept(await scripts.step.run(redis, [ratingKey(act.ratingId)],
        [now, step, actor, side, owner ?? '', key, digestOf(act), due ?? '', rectifyBy ?? '', satisfied === null ? '' : Number(satisfied), text]))
    },
    listOf: (hallId, ended, from, most) => harmless(() => (ended
      ? redis.zrevrange(ordersKey(hallId, true), from, from + most - 1) : redis.zrange(ordersKey(hallId, false), String(from), String(from + most - 1)))),
    listAbout: (hallId, clerk, from, most) => harmless(() => redis.zrevrange(ordersAboutKey(hallId, clerk), from, from + most - 1)),
    dueBefore: (hallId, until) => harmless(() => redis.zrangebyscore(ordersKey(hallId, false), '-inf', until)),
    escalate: async (ratingId, leader, now) => {
      const [given] = accept(await scripts.escalate.run(redis, [ratingKey(ratingId)], [now, JSON.stringify(leader)])) as [number]
      return given === 1
    },
    warn: async (ratingId, now) => {
      const [told] = accept(await scripts.warn.run(redis, [ratingKey(ratingId)], [now])) as [number]
      return told === 1
    },
  }
}
