import { parseArgs } from 'node:util'

export interface BenchSettings {
  /** A Redis of the run's own, at appendfsync always: it is emptied. */
  readonly redisUrl: string
  readonly quick: boolean
  /** Rounds that count; null for the usual number. */
  readonly rounds: number | null
  /** Where the figures are written; nowhere when null. */
  readonly out: string | null
}

/**
 * Reads REDIS_URL and the words of the command: `--quick` for a short run, `--rounds=<n>`, `--out=<file>`.
 * @param name of the benchmark: it may stand among the words, and its figures go to `docs/bench/<name>.json`
 * @throws when a word is not known or there is no Redis
 */
export const readBenchSettings = (name: 'queue' | 'appointments' | 'cases' | 'messages' | 'ratings' | 'web'): BenchSettings => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { quick: { type: 'boolean', default: false }, out: { type: 'string' }, rounds: { type: 'string' } } })
  const stranger = positionals.find((word) => word !== name)
  if (stranger !== undefined) throw new Error(`there is no benchmark ${stranger}: queue, appointments, cases, messages, ratings and web are`)
  const redisUrl = process.env.REDIS_URL
  if (!redisUrl) throw new Error('REDIS_URL is missing: start this with npm run bench')
  const rounds = values.rounds === undefined ? null : Number(values.rounds)
  if (rounds !== null && !(Number.isInteger(rounds) && rounds > 0)) throw new Error('--rounds takes a whole number above 0')
  return { redisUrl, quick: values.quick, rounds, out: values.out ?? (values.quick ? null : `docs/bench/${name}.json`) }
}
