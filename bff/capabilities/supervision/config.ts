import { localText } from '@shared/endpoint'
import { districtCode } from '@shared/halls'
import { hallId } from '@shared/ids'
import path from 'node:path'
import { z } from 'zod'
import { ConfigFaults, readJson, schemaFaults } from '../../platform/configFiles'

const CITY = '440100'
const minutes = z.number().int().min(1).max(480)

const schema = z.strictObject({
  /** Who takes over what is overdue in a district; in one without, the city's. */
  leaders: z.record(districtCode, localText).refine((leaders) => CITY in leaders, `must name one for ${CITY}, the city`),
  /** How what is handled without a hall is named. */
  online: localText,
  /** The promised wait, of every hall but those named. */
  promisedMinutes: minutes,
  promisedMinutesOf: z.record(hallId, minutes).default({}),
})
/** What supervision goes by. */
export type SupervisionRules = z.output<typeof schema>

/** Throws `ConfigFaults`. */
export const loadSupervision = (file: string, hasHall: (hallId: string) => boolean): SupervisionRules => {
  const name = path.basename(file)
  const json = readJson(file)
  const fail = (faults: ConfigFaults['faults']): never => { throw new ConfigFaults('Supervision is not configured right', faults) }
  if ('problem' in json) return fail([{ file: name, path: '', problem: json.problem }])
  const parsed = schema.safeParse(json.value)
  if (!parsed.success) return fail(schemaFaults(name, parsed.error))
  const strangers = Object.keys(parsed.data.promisedMinutesOf).filter((hall) => !hasHall(hall))
  if (strangers.length > 0) return fail(strangers.map((hall) => ({ file: name, path: `promisedMinutesOf.${hall}`, problem: 'is no hall' })))
  return parsed.data
}

export const leaderOf = ({ leaders }: SupervisionRules, district: string) => leaders[district] ?? leaders[CITY] as SupervisionRules['online']
