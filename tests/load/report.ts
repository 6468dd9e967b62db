import { median, type Measured } from './measure'

export const ACTS = ['bare', 'take', 'position', 'board'] as const
export type Act = (typeof ACTS)[number]

/** One run of one act; processor time is per request, in microseconds, where it was told. */
export interface Run extends Measured { readonly act: string; readonly site: string; readonly serverMicros: number | null; readonly redisMicros: number | null }
export interface Memory { readonly site: string; readonly when: 'before' | 'peak' | 'after'; readonly serverMegabytes: number; readonly redisMegabytes: number }

export interface Row {
  readonly act: string
  readonly site: string
  readonly perSecond: number
  readonly slowest: number
  readonly fastest: number
  readonly p50: number
  readonly p99: number
  /** Of the bare answer's requests a second. */
  readonly ratio: number
  readonly serverMicros: number | null
  readonly redisMicros: number | null
  /** Against the site before it, in per cent of requests a second; null for the first. */
  readonly change: number | null
}

const middle = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null)
  return known.length > 0 ? median(known) : null
}

/** Medians over the rounds, so that a moment's noise from elsewhere does not decide. The act `bare` is what all are held against. */
export const rowsOf = (runs: readonly Run[], sites: readonly string[], acts: readonly string[] = ACTS): Row[] => {
  const of = (act: string, site: string): Run[] => runs.filter((run) => run.act === act && (act === 'bare' || run.site === site))
  const rate = (act: string, site: string): number => median(of(act, site).map(({ perSecond }) => perSecond))
  return acts.flatMap((act) => (act === 'bare' ? sites.slice(0, 1) : sites).map((site, i): Row => {
    const these = of(act, site)
    const rates = these.map(({ perSecond }) => perSecond)
    return {
      act, site: act === 'bare' ? '' : site, perSecond: rate(act, site), slowest: Math.min(...rates), fastest: Math.max(...rates),
      p50: median(these.map(({ p50 }) => p50)), p99: median(these.map(({ p99 }) => p99)), ratio: rate(act, site) / rate('bare', site),
      serverMicros: middle(these.map(({ serverMicros }) => serverMicros)), redisMicros: middle(these.map(({ redisMicros }) => redisMicros)),
      change: i === 0 ? null : (rate(act, site) / rate(act, sites[i - 1] as string) - 1) * 100,
    }
  }))
}

const whole = (value: number | null): string => (value === null ? '' : String(Math.round(value)))

/** The figures as tables of Markdown. */
export const tableOf = (rows: readonly Row[], memory: readonly Memory[] = []): string => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const head = ['act', 'site', 'requests/s', 'slowest–fastest', 'p50 ms', 'p99 ms', 'of bare Koa', 'server µs', 'Redis µs', 'change']
  const figures = rows.map((row) => line([
    row.act, row.site, whole(row.perSecond), `${whole(row.slowest)}–${whole(row.fastest)}`, row.p50.toFixed(1), row.p99.toFixed(1), row.ratio.toFixed(2),
    whole(row.serverMicros), whole(row.redisMicros), row.change === null ? '' : `${row.change > 0 ? '+' : ''}${row.change.toFixed(0)} %`,
  ]))
  const sizes = memory.map(({ site, when, serverMegabytes, redisMegabytes }) => line([site, when, whole(serverMegabytes), whole(redisMegabytes)]))
  return [
    line(head), line(head.map(() => '---')), ...figures,
    ...(sizes.length > 0 ? ['', line(['memory', 'when', 'server MB', 'Redis MB']), line(['---', '---', '---', '---']), ...sizes] : []),
  ].join('\n')
}
