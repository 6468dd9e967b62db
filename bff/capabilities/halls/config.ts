import { readdirSync } from 'node:fs'
import path from 'node:path'
import { ConfigFaults, readJson, schemaFaults, type ConfigFault } from '../../platform/configFiles'
import { cityBox, type Box } from './city'
import { relationFaults, type KnownItems, type KnownSystems } from './relations'
import { hallSchema, type Hall } from './schema'

export { hallSchema, type Hall, type HallFile } from './schema'

type Read = { readonly file: string; readonly hall?: Hall; readonly faults: readonly ConfigFault[] }

/**
 * Reads every `*.json` of a folder, one hall a file, in the order of their ids.
 * Throws one `ConfigFaults` that names every fault of every file.
 */
export const loadHalls = (dir: string, items: KnownItems, systems: KnownSystems, box: Box = cityBox): readonly Hall[] => {
  const read = namesIn(dir).map((name) => readHallFile(dir, name, items, systems, box))
  const faults = read.flatMap((one) => one.faults)
  if (faults.length > 0) throw new ConfigFaults('The halls are not configured right', faults)
  return read.flatMap((one) => one.hall ?? [])
}

const namesIn = (dir: string): readonly string[] => {
  const fail = (problem: string): never => {
    throw new ConfigFaults('The halls are not configured right', [{ file: dir, path: '', problem }])
  }
  try {
    const names = readdirSync(dir).filter((name) => name.endsWith('.json')).sort()
    return names.length > 0 ? names : fail('holds no hall; each hall is a file <hallId>.json')
  } catch (error) {
    if (error instanceof ConfigFaults) throw error
    return fail(`cannot be read (${error instanceof Error ? error.message : String(error)})`)
  }
}

const readHallFile = (dir: string, file: string, items: KnownItems, systems: KnownSystems, box: Box): Read => {
  const json = readJson(path.join(dir, file))
  if ('problem' in json) return { file, faults: [{ file, path: '', problem: json.problem }] }
  const parsed = hallSchema.safeParse(json.value)
  const faults = [
    ...(parsed.success ? [] : schemaFaults(file, parsed.error)),
    ...nameFaults(file, json.value),
    ...relationFaults(json.value, items, systems, box).map((fault) => ({ file, ...fault })),
  ]
  return { file, faults, ...(parsed.success && { hall: parsed.data }) }
}

/** The file carries the hall's id, so that no two files can claim the same hall. */
const nameFaults = (file: string, value: unknown): ConfigFault[] => {
  const hallId = typeof value === 'object' && value !== null && 'hallId' in value ? value.hallId : undefined
  if (typeof hallId !== 'string' || file === `${hallId}.json`) return []
  return [{ file, path: 'hallId', problem: `is ${hallId}, so the file must be named ${hallId}.json` }]
}
