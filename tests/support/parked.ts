import type { Redis } from 'ioredis'
import { URGENT } from '@shared/messageKinds'
import type { Notice } from '../../bff/capabilities/notifications/port'
import { createMessageQueue } from '../../bff/engine/notifications/jobs'
import { systemClock } from '../../bff/platform/clock'
import { sealingOf } from '../../bff/wiring'
import { newKey } from './people'
import { APP_SECRET } from './settings'

const HOUR_MS = 3_600_000

/** A message as it lies when it found no way; gives its id. */
export const parkMessage = async (redis: Redis, citizenId = 'c000000000000000000000000', change: Partial<Notice> = {}): Promise<string> => {
  const now = systemClock()
  const parkedId = `called-test-${newKey()}`
  const queue = createMessageQueue(redis, URGENT, sealingOf({ APP_SECRET, DATA_KEYS: new Map(), DATA_CIPHER: 'aes-256-gcm' }))
  await queue.add([{
    noticeId: parkedId, citizenId, at: now, dueAt: now + HOUR_MS, validUntil: now + HOUR_MS,
    about: { kind: 'called', ticketId: 'test.00000000000000000000', number: 'A001', again: false, hall: { zh: '测试大厅', en: 'Test Hall' }, window: { zh: '1号窗口', en: 'Window 1' }, windowId: '1', calledAt: now }, ...change,
  }], now)
  // Put aside while nobody may have it in hand: it is due in an hour.
  await redis.zrem('{bull}:calls:delayed', parkedId)
  await redis.hset(`{bull}:calls:${parkedId}`, { failedReason: 'wechat: errcode 45009', finishedOn: String(now), atm: '8', delay: '0' })
  await redis.zadd('{bull}:calls:failed', String(now), parkedId)
  await queue.close()
  return parkedId
}
