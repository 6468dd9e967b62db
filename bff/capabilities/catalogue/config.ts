import { material } from '@shared/catalogue'
import { localText } from '@shared/endpoint'
import { itemId } from '@shared/ids'
import path from 'node:path'
import { z } from 'zod'
import { ConfigFaults, readJson, schemaFaults, type ConfigFault } from '../../platform/configFiles'

const itemSchema = z.strictObject({
  itemId, name: localText, summary: localText,
  materials: z.array(z.strictObject(material.shape)).max(20).default([]),
  /** Usual minutes at the window. */
  minutes: z.number().int().min(1).max(240),
})
/** An item of the catalogue; which line does it is each hall's to say. */
export type Item = z.output<typeof itemSchema>

/** Reads the items, by id. Throws one `ConfigFaults` that names every fault. */
export const loadItems = (file: string): ReadonlyMap<string, Item> => {
  const name = path.basename(file)
  const fail = (faults: readonly ConfigFault[]): never => {
    throw new ConfigFaults('The items are not configured right', faults)
  }
  const json = readJson(file)
  if ('problem' in json) return fail([{ file: name, path: '', problem: json.problem }])
  const parsed = z.array(itemSchema).min(1, 'holds no item').safeParse(json.value)
  const faults = [...(parsed.success ? [] : schemaFaults(name, parsed.error)), ...repeatFaults(name, json.value)]
  if (!parsed.success || faults.length > 0) return fail(faults)
  return new Map(parsed.data.map((item) => [item.itemId, item]))
}

/** Taken from the raw file, so that an id used twice is told beside faults of another kind. */
const repeatFaults = (file: string, value: unknown): ConfigFault[] => {
  const ids = z.array(z.object({ itemId: z.string() }).transform((item) => item.itemId).catch('')).catch([]).parse(value)
  return ids.flatMap((id, i) => (id && ids.indexOf(id) < i ? [{ file, path: `${i}.itemId`, problem: `${id} is used by another item` }] : []))
}
