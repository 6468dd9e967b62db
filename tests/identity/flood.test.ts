import { requestOf } from '../support/client'
import { quiet } from '../support/settings'
import { useStack } from '../support/stack'
import { perAddress } from '../../bff/http/rateLimits'

const stack = useStack({ settings: { TRUST_PROXY: 'true', ...quiet } })
const ATTEMPTS = 10_000
const AT_ONCE = 200

/** A sign-in from an address; gives the status of the answer. */
const attempt = async (address: string, n: number, code?: string): Promise<number> => {
  const body = await stack().people.signingIn('wechat', n)
  const request = requestOf('createSession', { body: { ...body, ...(code && { code }) } })
  return (await stack().http.ask(stack().url, { ...request, headers: { ...request.headers, 'X-Forwarded-For': address } })).status
}

test('ten thousand sign-ins with made-up codes from one place are turned away, and nobody elsewhere notices', async () => {
  const [from, allowed] = ['203.0.113.9', perAddress.createSession?.points ?? 0]
  const statuses: number[] = []
  const elsewhere: number[] = []
  for (let done = 0; done < ATTEMPTS; done += AT_ONCE) {
    statuses.push(...await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => attempt(from, 1, `made-up-${done + i}`))))
    if (done % 2_000 === 0) elsewhere.push(await attempt(`203.0.113.${10 + done / 2_000}`, 950_000 + done))
  }
  const counts = Object.fromEntries([...new Set(statuses)].map((status) => [status, statuses.filter((one) => one === status).length]))
  // A minute may turn while they come.
  expect(counts[429]).toBeGreaterThanOrEqual(ATTEMPTS - 2 * allowed)
  expect(counts[201]).toBeUndefined()
  expect(elsewhere).toEqual(elsewhere.map(() => 201))
}, 300_000)
