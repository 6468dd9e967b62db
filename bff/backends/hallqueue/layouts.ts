import { ContractError } from '@shared/errors'
import type { QueueHall } from '../../capabilities/queue/port'
import type { Clock } from '../../platform/clock'
import type { Asking } from './asking'
import { wireLayout } from './wire'

/** The machine is rarely set up anew. */
const FRESH_MS = 600_000

interface Layout { readonly businesses: ReadonlyMap<string, string>; readonly counters: ReadonlyMap<string, string> }

/** How the machine names a hall's lines and windows: by the letter and the number that both of us show to people. */
export const createLayouts = (asking: Pick<Asking, 'read'>, clock: Clock) => {
  const known = new Map<string, { readonly until: number; readonly layout: Promise<Layout> }>()

  const load = async (hallId: string): Promise<Layout> => {
    const { data: { bizList, counterList } } = await asking.read('layout', { hallCode: hallId }, wireLayout)
    return { businesses: new Map(bizList.map(({ bizLetter, bizId }) => [bizLetter, bizId])), counters: new Map(counterList.map(({ counterNo, counterId }) => [counterNo, counterId])) }
  }
  const layoutOf = (hallId: string): Promise<Layout> => {
    const before = known.get(hallId)
    if (before && clock() < before.until) return before.layout
    const layout = load(hallId)
    known.set(hallId, { until: clock() + FRESH_MS, layout })
    layout.catch(() => { known.delete(hallId) })
    return layout
  }
  const find = async (hallId: string, part: keyof Layout, name: string): Promise<string> => {
    const found = (await layoutOf(hallId))[part].get(name)
    if (found !== undefined) return found
    // It may be there from now on.
    known.delete(hallId)
    throw new ContractError(part === 'businesses' ? 'LINE_NOT_FOUND' : 'WINDOW_NOT_FOUND')
  }

  return {
    businessOf: async ({ hallId, lines }: QueueHall, lineId: string): Promise<string> => {
      if (!lines.some((line) => line.lineId === lineId)) throw new ContractError('LINE_NOT_FOUND')
      return find(hallId, 'businesses', lineId)
    },
    counterOf: async ({ hallId, windows }: QueueHall, windowId: string): Promise<string> => {
      if (!windows.some((window) => window.windowId === windowId)) throw new ContractError('WINDOW_NOT_FOUND')
      return find(hallId, 'counters', windowId)
    },
    /** To be called when they refuse a name that they gave. */
    forget: (hallId: string): void => { known.delete(hallId) },
  }
}
