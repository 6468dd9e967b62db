import path from 'node:path'
import { z } from 'zod'
import { isCreditCode } from '@shared/identityNumbers'
import { localText } from '@shared/endpoint'
import { ConfigFaults, readJson, schemaFaults } from '../platform/configFiles'

/** Every adapter there is. How to add one: docs/adding-a-backend.md. */
export const adapterNames = ['one-window', 'social-security', 'housing', 'transport', 'catalogue', 'hall-queue', 'city-booking', 'rating-platform'] as const
export type AdapterName = (typeof adapterNames)[number]

const entry = z.strictObject({
  systemId: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  adapter: z.enum(adapterNames),
  name: localText,
  /** `{systems}` stands for the setting SYSTEMS_URL. */
  url: z.string().regex(/^(https?:\/\/|\{systems\})/, 'must begin with http://, https:// or {systems}'),
  /** For a system that holds cases: whose; those of every department when left out. */
  departments: z.array(z.string().refine(isCreditCode, 'is no credit code')).optional(),
  budgetMs: z.number().int().min(100).max(60_000).optional(),
  attemptMs: z.number().int().min(50).max(60_000).optional(),
  attempts: z.number().int().min(1).max(10).optional(),
  parallel: z.number().int().min(1).max(1_000).optional(),
  waiting: z.number().int().min(0).max(10_000).optional(),
  failuresToOpen: z.number().int().min(1).max(1_000).optional(),
  openMs: z.number().int().min(100).max(600_000).optional(),
})

/** An outside system as it is configured. */
export interface System extends Omit<z.output<typeof entry>, 'url'> {
  /** Without a stroke at its end. */
  readonly url: string
  /** What it knows us by; empty when it asks for nothing. */
  readonly key: string
}

/**
 * Reads the systems, by id. Throws one `ConfigFaults` that names every fault.
 * @param keys secrets by system, `*` for those without one of their own; from the environment, never from the file
 */
export const loadSystems = (file: string, base: string, keys: ReadonlyMap<string, string>): ReadonlyMap<string, System> => {
  const name = path.basename(file)
  const json = readJson(file)
  if ('problem' in json) throw new ConfigFaults('The outside systems are not configured right', [{ file: name, path: '', problem: json.problem }])
  const parsed = z.array(entry).safeParse(json.value)
  if (!parsed.success) throw new ConfigFaults('The outside systems are not configured right', schemaFaults(name, parsed.error))
  const ids = parsed.data.map(({ systemId }) => systemId)
  const repeated = ids.flatMap((id, i) => (ids.indexOf(id) < i ? [{ file: name, path: `${i}.systemId`, problem: `${id} is used by another system` }] : []))
  const strangers = [...keys.keys()].filter((id) => id !== '*' && !ids.includes(id)).map((id) => ({ file: name, path: '', problem: `SYSTEM_KEYS names ${id}, which is not here` }))
  if (repeated.length + strangers.length > 0) throw new ConfigFaults('The outside systems are not configured right', [...repeated, ...strangers])
  return new Map(parsed.data.map((one) => [one.systemId, { ...one, url: one.url.replace('{systems}', base.replace(/\/+$/, '')).replace(/\/+$/, ''), key: keys.get(one.systemId) ?? keys.get('*') ?? '' }]))
}
