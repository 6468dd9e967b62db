import type { EndpointName } from '@shared/endpoints'
import { createRateLimits, perAddress, perCaller } from './rateLimits'

type Row = [EndpointName, { readonly points: number }]

describe.each([['beforeIdentity', perAddress], ['afterIdentity', perCaller]] as const)('%s', (when, table) => {
  it.each(Object.entries(table) as Row[])('%s lets exactly as many through as its limit, to each for themselves', async (name, { points }) => {
    const limits = createRateLimits(true)
    const outcomes = await Promise.allSettled(Array.from({ length: points + 1 }, () => limits[when](name, 'one')))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(points)
    expect(outcomes.at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'RATE_LIMITED' } })
    await limits[when](name, 'another')
  })

  it('lets everything through when limits are off, and what has none', async () => {
    const [name, { points }] = (Object.entries(table) as Row[])[0]!
    const off = createRateLimits(false)
    for (let i = 0; i <= points; i += 1) await off[when](name, 'one')
    const on = createRateLimits(true)
    for (let i = 0; i < 100; i += 1) await on[when]('healthz', 'one')
  })
})
