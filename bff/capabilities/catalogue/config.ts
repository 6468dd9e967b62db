import { material } from '@shared/catalogue'
import { localText } from '@shared/endpoint'
import { implementationCode } from '@shared/guides'
import { itemId } from '@shared/ids'
import path from 'node:path'
import { z } from 'zod'
import { ConfigFaults, readJson, schemaFaults, type ConfigFault } from '../../platform/configFiles'

const itemSchema = z.strictObject({
  itemId, name: localText, summary: localText,
  /** Its code in the city's catalogue; null for an item that is in none. */
  code: implementationCode.nullable().default(null),
  /** What people call it. */
  aliases: z.array(z.string().min(1).max(30)).max(40).default([]),
  /** Said so until the catalogue says it; afterwards the English of the same Chinese. */
  conditions: z.array(localText).max(20).default([]), place: localText.nullable().default(null), fee: localText.nullable().default(null),
  materials: z.array(z.strictObject(material.shape)).max(20).default([]),
  /** Usual minutes at the window. */
  minutes: z.number().int().min(1).max(240),
})
/** An item as we word it; which line does it is each hall's to say, and its facts are the catalogue's. */
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

/** Taken from the raw file, so that an id or a code used twice is told beside faults of another kind. */
const repeatFaults = (file: string, value: unknown): ConfigFault[] => {
  const repeats = (field: 'itemId' | 'code'): ConfigFault[] => {
    const values = z.array(z.object({ [field]: z.string() }).transform((item) => item[field] ?? '').catch('')).catch([]).parse(value)
    return values.flatMap((one, i) => (one && values.indexOf(one) < i ? [{ file, path: `${i}.${field}`, problem: `${one} is used by another item` }] : []))
  }
  return [...repeats('itemId'), ...repeats('code')]
}
