/**
 * Writes generated halls, one file each, for benchmarks:
 * `npx tsx bff/capabilities/halls/generateFiles.ts <folder> [--count=2865] [--capacity=300] [--always-open]`
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { CITY_SITES, generateHallFiles } from './generate'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: String(CITY_SITES) },
    capacity: { type: 'string', default: '300' },
    'always-open': { type: 'boolean', default: false },
  },
})
const [folder] = positionals
const count = Number(values.count)
const capacity = Number(values.capacity)

const problem = (): string | null => {
  if (!folder || positionals.length > 1) return 'name one folder to write the halls to'
  if (!Number.isInteger(count) || count < 1 || count > 100_000) return '--count must be a whole number from 1 to 100000'
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > 100_000) return '--capacity must be a whole number from 1 to 100000'
  mkdirSync(folder, { recursive: true })
  // Halls already there would be loaded beside the generated ones.
  return readdirSync(folder).length > 0 ? `${folder} is not empty` : null
}

const fault = problem()
if (fault) {
  process.stderr.write(`${fault}\n`)
  process.exitCode = 1
} else {
  const files = generateHallFiles({ count, capacity, alwaysOpen: values['always-open'] })
  for (const file of files) writeFileSync(path.join(folder as string, `${file.hallId}.json`), `${JSON.stringify(file)}\n`)
  process.stdout.write(`${files.length} halls written to ${folder}\n`)
}
