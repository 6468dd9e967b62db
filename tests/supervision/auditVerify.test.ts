import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { aSubmission, newVisit } from '../../bff/capabilities/ratings/testing/builders'
import { createAuditLog } from '../../bff/engine/ratings/audit'
import { createRatingStore } from '../../bff/engine/ratings/store'
import { createSealing } from '../../bff/platform/sealing'
import { deriveKey } from '../../bff/platform/secrets'
import { hallFile } from '../support/halls'
import { testRedisUrl, useRedis } from '../support/redis'
import { bareEnvironment, APP_SECRET } from '../support/settings'

const ROOT = path.resolve(__dirname, '../..')
const redis = useRedis()
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yichuang-audit-'))
  await writeFile(path.join(folder, 'test.json'), JSON.stringify(hallFile()))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs the command as an operator does; gives its exit code and what it said. */
const verify = async (): Promise<{ code: number; said: string }> => {
  const env = { ...bareEnvironment(), REDIS_URL: testRedisUrl(), APP_SECRET, HALLS_DIR: folder }
  return promisify(execFile)(process.execPath, ['--import', 'tsx', 'bff/auditVerify.ts'], { cwd: ROOT, env })
    .then(({ stdout }) => ({ code: 0, said: stdout }), (error: { code: number; stdout: string }) => ({ code: error.code, said: error.stdout }))
}

test('npm run audit:verify says that the chain is whole, and names hall and entry once it is not', async () => {
  const store = createRatingStore(redis, createSealing([{ id: 't', key: Buffer.alloc(32, 1) }]))
  for (let i = 0; i < 5; i += 1) await store.submit(aSubmission({ ratingId: newVisit(i === 4 ? 'online' : 'test'), level: 1, tags: ['115'] }))
  for (const hallId of ['test', 'online']) await createAuditLog(redis, deriveKey(APP_SECRET, 'audit')).seal(hallId)
  const whole = await verify()
  expect(whole).toMatchObject({ code: 0, said: expect.stringMatching(/^10 entries in 2 halls, 0 not sealed yet: the chain is whole\nheads [0-9a-f]{64}\n$/) })
  expect(await verify()).toEqual(whole)
  const third = (await redis.xrange('{hall:test}:ratings', '-', '+'))[2]
  await redis.xdel('{hall:test}:ratings', third?.[0] ?? '')
  expect(await verify()).toMatchObject({ code: 1, said: expect.stringContaining('test: entry 3 of 8: entry-missing') })
}, 60_000)
