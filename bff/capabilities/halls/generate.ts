import { cityBox, districts, isInside } from './city'
import { hallSchema, type Hall, type HallFile } from './schema'

/** The city's service sites: 1 city hall, 11 district halls, 170 town centres, 2,683 community stations. */
export const CITY_SITES = 2_865
const DISTRICTS = Object.keys(districts).filter((code) => code !== '440100')
const TOWNS = 170

export interface GenerateOptions {
  /** How many, in the order city, districts, towns, communities. */
  readonly count?: number
  /** Open around the clock, so that a benchmark runs at any hour. */
  readonly alwaysOpen?: boolean
  /** Numbers a day in each line. */
  readonly capacity?: number
}

type Level = Hall['level']
interface Site { readonly hallId: string; readonly level: Level; readonly district: string; readonly zh: string; readonly en: string }

interface OfferedLine {
  readonly lineId: string
  readonly zh: string
  readonly en: string
  readonly itemIds: string[]
  /** How many windows serve it in a hall of each level. */
  readonly windows: Partial<Record<Level, number>>
}

/** Items are those of config/items.json. */
const lines: readonly OfferedLine[] = [
  {
    lineId: 'A', zh: '综合业务', en: 'General', itemIds: ['residence-permit', 'rent-subsidy', 'unresolved-matter'],
    windows: { city: 6, district: 3, town: 2, community: 1 },
  },
  {
    lineId: 'B', zh: '社保医保', en: 'Social and medical insurance', itemIds: ['social-insurance-enrolment', 'medical-insurance-enrolment'],
    windows: { city: 4, district: 3, town: 1 },
  },
  { lineId: 'C', zh: '不动产登记', en: 'Property registration', itemIds: ['property-transfer', 'property-record'], windows: { city: 4, district: 2 } },
  { lineId: 'D', zh: '公积金', en: 'Housing fund', itemIds: ['fund-withdrawal-rent', 'fund-transfer'], windows: { city: 3, district: 2 } },
  { lineId: 'E', zh: '户政', en: 'Household registration', itemIds: ['household-move-in', 'household-newborn'], windows: { city: 2, district: 2, town: 1 } },
  { lineId: 'F', zh: '企业开办', en: 'Business registration', itemIds: ['company-registration'], windows: { city: 3, district: 1 } },
]

/** The same `count` gives the same halls, on every machine. All are marked as demonstration data. */
export const generateHalls = (options: GenerateOptions = {}): readonly Hall[] => generateHallFiles(options).map((file) => hallSchema.parse(file))

/** The same as they stand in files, without defaults. */
export const generateHallFiles = ({ count = CITY_SITES, alwaysOpen = false, capacity = 300 }: GenerateOptions = {}): readonly HallFile[] =>
  Array.from({ length: count }, (_, index) => fileOf(siteAt(index), index, alwaysOpen, capacity))

const levelAt = (index: number): Level => {
  if (index === 0) return 'city'
  if (index <= DISTRICTS.length) return 'district'
  return index <= DISTRICTS.length + TOWNS ? 'town' : 'community'
}

const siteAt = (index: number): Site => {
  const level = levelAt(index)
  const district = level === 'city' ? '440100' : DISTRICTS[(index - 1) % DISTRICTS.length] as string
  const area = districts[district]?.name ?? { zh: '', en: '' }
  const number = index - DISTRICTS.length - (level === 'community' ? TOWNS : 0)
  const names: Record<Level, { hallId: string; zh: string; en: string }> = {
    city: { hallId: 'city', zh: '市政务服务中心', en: 'City Service Centre' },
    district: { hallId: `d${district}`, zh: `${area.zh}政务服务中心`, en: `${area.en} Service Centre` },
    town: { hallId: `t${number}`, zh: `${area.zh}演示街镇${number}政务服务中心`, en: `Demo Town ${number} Service Centre, ${area.en}` },
    community: { hallId: `c${number}`, zh: `${area.zh}演示社区${number}便民服务站`, en: `Demo Community ${number} Service Station, ${area.en}` },
  }
  return { level, district, ...names[level] }
}

const fileOf = ({ hallId, level, district, zh, en }: Site, index: number, alwaysOpen: boolean, capacity: number): HallFile => {
  const offered = lines.filter((line) => line.windows[level])
  const served = offered.flatMap(({ lineId, windows }) => Array.from({ length: windows[level] ?? 0 }, () => lineId))
  return {
    hallId, name: { zh, en }, level, district, address: { zh: '演示数据（未提供地址）', en: 'Demo data (no address given)' },
    place: placeOf(district, index), demo: true,
    ...(alwaysOpen && { calendar: 'none' as const, weeklyHours: Array.from({ length: 7 }, (): [string, string][] => [['00:00', '24:00']]) }),
    lines: offered.map((line) => ({ lineId: line.lineId, name: { zh: line.zh, en: line.en }, itemIds: line.itemIds, capacity })),
    windows: served.map((lineId, i) => ({ windowId: String(i + 1), lineIds: [lineId] })),
  }
}

/** Around the district's middle, up to about 8 km away, in a sunflower pattern that never puts two at one spot. */
const placeOf = (district: string, index: number): HallFile['place'] => {
  const middle = districts[district]?.place ?? { lat: 23.13, lng: 113.32 }
  const distance = 0.075 * Math.sqrt(index / CITY_SITES)
  const angle = index * Math.PI * (3 - Math.sqrt(5))
  const rounded = (degrees: number): number => Number(degrees.toFixed(5))
  const place = { lat: rounded(middle.lat + distance * Math.sin(angle)), lng: rounded(middle.lng + distance * Math.cos(angle)) }
  return isInside(place, cityBox) ? place : middle
}
