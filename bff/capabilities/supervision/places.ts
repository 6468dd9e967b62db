import type { LocalText } from '@shared/endpoint'
import { ONLINE } from '@shared/ratingFields'
import { scopeOfHall } from './increments'
import type { Places } from './port'

export interface PlacedHall { readonly hallId: string; readonly district: string; readonly name: LocalText; readonly windows: readonly { readonly windowId: string; readonly name: LocalText }[] }

export interface PlacesParts {
  readonly halls: readonly PlacedHall[]
  readonly districtName: (district: string) => LocalText | null
  /** The city's own code: where belongs what no hall handles. */
  readonly city: string
  readonly online: LocalText
  /** By credit code, as the catalogue names them now. */
  readonly departments: () => ReadonlyMap<string, LocalText>
  readonly itemName: (code: string) => LocalText | null
}

const CITY: LocalText = { zh: '全市', en: 'The whole city' }

/** The parts of the city: districts, their halls, a hall's windows; departments and items across all. */
export const createPlaces = ({ halls, districtName, city, online, departments, itemName }: PlacesParts): Places => {
  const all: readonly PlacedHall[] = [...halls, { hallId: ONLINE, district: city, name: online, windows: [] }]
  const byId = new Map(all.map((hall) => [hall.hallId, hall]))
  const districts = [...new Set(all.map(({ district }) => district))].sort()
  const hallsIn = new Map(districts.map((district) => [district, all.filter((hall) => hall.district === district)]))
  const partsOf = (scope: string): string[] => {
    const [kind, name = ''] = scope.split('.')
    if (kind === 'city') return districts.map((district) => `d.${district}`)
    if (kind === 'd') return (hallsIn.get(name) ?? []).map(({ hallId }) => scopeOfHall(hallId))
    return kind === 'h' ? (byId.get(name)?.windows ?? []).map(({ windowId }) => `w.${name}.${windowId}`) : []
  }
  return {
    partsOf,
    nameOf: (scope) => {
      const [kind, name = '', windowId] = scope.split('.')
      switch (kind) {
        case 'city': return CITY
        case 'd': return hallsIn.has(name) ? districtName(name) : null
        case 'h': return byId.get(name)?.name ?? null
        case 'w': return byId.get(name)?.windows.find((window) => window.windowId === windowId)?.name ?? null
        case 'o': return departments().get(name) ?? null
        default: return itemName(name)
      }
    },
    pathOf: (scope) => {
      const [kind, name = ''] = scope.split('.')
      if (kind === 'city') return ['city']
      if (kind === 'd' || kind === 'o' || kind === 'i') return ['city', scope]
      const hall = byId.get(name)
      return ['city', ...(hall ? [`d.${hall.district}`, scopeOfHall(name)] : []), ...(kind === 'w' ? [scope] : [])]
    },
    departments: () => [...departments().keys()].map((code) => `o.${code}`),
    halls: () => all.map(({ hallId }) => hallId),
  }
}
