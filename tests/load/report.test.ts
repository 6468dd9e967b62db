import { rowsOf, tableOf, type Act, type Run } from './report'

const run = (act: Act, site: string, perSecond: number): Run => ({ act, site, perSecond, p50: 1, p99: 2, serverMicros: act === 'bare' ? null : 100, redisMicros: null })

describe('the figures', () => {
  const runs = [
    ...[900, 1_000, 5_000].map((rate) => run('bare', 'small', rate)), ...[1_000, 1_100, 100].map((rate) => run('bare', 'large', rate)),
    ...(['take', 'position', 'board'] as const).flatMap((act) => [...[400, 500, 9].map((rate) => run(act, 'small', rate)), ...[300, 360, 370].map((rate) => run(act, 'large', rate))]),
  ]
  const rows = rowsOf(runs, ['small', 'large'])

  it('are medians, against all bare answers, and against the smaller site', () => {
    expect(rows.map(({ act, site }) => `${act} ${site}`.trim())).toEqual(['bare', 'take small', 'take large', 'position small', 'position large', 'board small', 'board large'])
    expect(rows[0]).toMatchObject({ perSecond: 1_000, ratio: 1, change: null })
    expect(rows[1]).toMatchObject({ perSecond: 400, ratio: 0.4, change: null, slowest: 9, fastest: 500 })
    expect(rows[2]).toMatchObject({ perSecond: 360, ratio: 0.36 })
    expect(rows[2]?.change).toBeCloseTo(-10)
  })

  it('stand in a table with a line each', () => {
    const memory = [{ site: 'small', when: 'peak' as const, serverMegabytes: 100.4, redisMegabytes: 20.6 }]
    const lines = tableOf(rows, memory).split('\n')
    expect(lines).toHaveLength(2 + rows.length + 1 + 3)
    expect(lines).toContain('| take | large | 360 | 300–370 | 1.0 | 2.0 | 0.36 | 100 |  | -10 % |')
    expect(lines.at(-1)).toBe('| small | peak | 100 | 21 |')
  })
})
