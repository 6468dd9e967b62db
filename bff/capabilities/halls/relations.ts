import { z } from 'zod'
import { isInside, type Box } from './city'

export interface Fault { readonly path: string; readonly problem: string }
export interface KnownItems { has(itemId: string): boolean }
/** The outside systems there are, and by which adapter each is spoken to. */
export interface KnownSystems { get(systemId: string): { readonly adapter: string } | undefined }

/** Which adapter can serve what a hall names a system for. */
const ADAPTERS = { queue: 'hall-queue', book: 'city-booking' } as const

const text = z.string().catch('')
const texts = z.array(text).catch([])
const number = z.number().catch(Number.NaN)

/**
 * Only what the parts of a file say of each other, taken as it comes: a file with a
 * misspelt field still gets its other faults listed.
 */
const loose = z.object({
  lines: z.array(z.object({ lineId: text, itemIds: texts }).catch({ lineId: '', itemIds: [] })).catch([]),
  windows: z.array(z.object({ windowId: text, lineIds: texts, name: z.object({ zh: text, en: text }).optional().catch(undefined) })
    .catch({ windowId: '', lineIds: [] })).catch([]),
  place: z.object({ lat: number, lng: number }).catch({ lat: Number.NaN, lng: Number.NaN }),
  limits: z.object({ perLine: number, perHall: number }).catch({ perLine: Number.NaN, perHall: Number.NaN }),
  systems: z.object({ queue: text, book: text }).catch({ queue: '', book: '' }),
}).catch({ lines: [], windows: [], place: { lat: Number.NaN, lng: Number.NaN }, limits: { perLine: Number.NaN, perHall: Number.NaN }, systems: { queue: '', book: '' } })
type Loose = z.output<typeof loose>

/** Faults in how the parts of one hall's file fit together and fit the items and the outside systems. */
export const relationFaults = (file: unknown, items: KnownItems, systems: KnownSystems, box: Box): Fault[] => {
  const hall = loose.parse(file)
  return [...lineFaults(hall, items), ...windowFaults(hall), ...placeFaults(hall, box), ...limitFaults(hall), ...systemFaults(hall, systems)]
}

const lineFaults = ({ lines, windows }: Loose, items: KnownItems): Fault[] => {
  const lineOfItem = new Map<string, string>()
  return lines.flatMap(({ lineId, itemIds }, i): Fault[] => {
    const faults: Fault[] = []
    if (!lineId) return faults
    if (lines.findIndex((other) => other.lineId === lineId) < i) faults.push({ path: `lines.${i}.lineId`, problem: `letter ${lineId} is used by another line` })
    if (!windows.some((window) => window.lineIds.includes(lineId))) faults.push({ path: `lines.${i}`, problem: `no window serves line ${lineId}` })
    itemIds.forEach((itemId, j) => {
      const path = `lines.${i}.itemIds.${j}`
      if (itemId && !items.has(itemId)) faults.push({ path, problem: `there is no item ${itemId}` })
      const taken = lineOfItem.get(itemId)
      if (itemId && taken) faults.push({ path, problem: `item ${itemId} stands in line ${taken} already; people must know which line to take` })
      lineOfItem.set(itemId, taken ?? lineId)
    })
    return faults
  })
}

const windowFaults = ({ lines, windows }: Loose): Fault[] =>
  windows.flatMap(({ windowId, lineIds, name }, i): Fault[] => {
    const faults: Fault[] = []
    for (const language of ['zh', 'en'] as const) {
      // “Please go to window 5”: the sign over the window, the wall and the phone must say the same.
      if (name && !name[language].includes(windowId)) faults.push({ path: `windows.${i}.name.${language}`, problem: `does not hold the window's number ${windowId}` })
    }
    if (windowId && windows.findIndex((other) => other.windowId === windowId) < i) {
      faults.push({ path: `windows.${i}.windowId`, problem: `${windowId} is used by another window` })
    }
    lineIds.forEach((lineId, j) => {
      const path = `windows.${i}.lineIds.${j}`
      if (lineId && !lines.some((line) => line.lineId === lineId)) faults.push({ path, problem: `there is no line ${lineId}` })
      if (lineId && lineIds.indexOf(lineId) < j) faults.push({ path, problem: `line ${lineId} is named twice` })
    })
    return faults
  })

const placeFaults = ({ place }: Loose, box: Box): Fault[] => {
  if (Number.isNaN(place.lat) || Number.isNaN(place.lng) || isInside(place, box)) return []
  const problem = `lies outside the city (latitude ${box.south} to ${box.north}, longitude ${box.west} to ${box.east})`
  return [{ path: 'place', problem }]
}

const limitFaults = ({ limits }: Loose): Fault[] =>
  limits.perHall < limits.perLine ? [{ path: 'limits.perHall', problem: 'must not be less than limits.perLine' }] : []

const systemFaults = ({ systems: named }: Loose, systems: KnownSystems): Fault[] =>
  (['queue', 'book'] as const).flatMap((part): Fault[] => {
    const systemId = named[part]
    if (!systemId) return []
    const known = systems.get(systemId)
    if (!known) return [{ path: `systems.${part}`, problem: `there is no outside system ${systemId}` }]
    return known.adapter === ADAPTERS[part] ? [] : [{ path: `systems.${part}`, problem: `${systemId} is served by ${known.adapter}, which is no ${ADAPTERS[part]}` }]
  })
