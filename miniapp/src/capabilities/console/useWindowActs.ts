import type { StaffTicket } from '@shared/console'
import { useText } from '@/i18n'
import { doneTexts, refusalTexts } from '@/i18n/console'
import { type Act, refusalOf, type Standing, type WindowState } from './allowed'
import type { ConsoleApi, TakeAtDesk, TicketMove } from './api'
import type { Acts } from './useActs'
import type { FollowedConsole } from './useConsole'
import { withTicket } from './view'

interface Parts {
  readonly api: ConsoleApi
  readonly hallId: string
  readonly windowId: string
  /** The number in hand. */
  readonly ticket: StaffTicket | null
  readonly standing: Standing
  readonly acts: Acts
  readonly accept: FollowedConsole['accept']
}

const stateAfter = { open: 'open', pause: 'paused', close: 'closed' } as const satisfies Partial<Record<Act, WindowState>>

/** What the buttons and keys of a window do. What is not allowed now is not done, and the news line says why. */
export const useWindowActs = ({ api, hallId, windowId, ticket, standing, acts, accept }: Parts) => {
  const done = useText(doneTexts)
  const why = useText(refusalTexts)
  const takeIn = (result: StaffTicket): void => accept((view) => withTicket(view, windowId, result))
  const isAllowed = (act: Act): boolean => {
    const refusal = refusalOf(act, standing)
    // A second press while the first is on its way is one press.
    if (refusal !== null && refusal !== 'acting') acts.say({ tone: 'refused', text: why(refusal) })
    return refusal === null
  }

  const move = (what: TicketMove): void => {
    if (!ticket || !isAllowed(what.move)) return
    void acts.perform({
      send: (key) => api.move(ticket.ticketId, what, key),
      // Whoever was transferred stands in another line now, whatever window the answer still names.
      then: (result) => takeIn(what.move === 'transfer' ? { ...result, windowId: null } : result),
      done: () => done(what.move, { number: ticket.number }),
    })
  }

  const doAct = (act: Exclude<Act, 'transfer'>): void => {
    if (!isAllowed(act)) return
    switch (act) {
      case 'next':
        void acts.perform({ send: (key) => api.callNext(hallId, windowId, key), then: takeIn, done: ({ number }) => done('next', { number }) })
        return
      case 'open':
      case 'pause':
      case 'close':
        void acts.perform({ send: () => api.setWindow(hallId, windowId, stateAfter[act]), then: (view) => accept(() => view), done: () => done(act) })
        return
      default: move({ move: act })
    }
  }

  return {
    isAllowed, doAct,
    transfer: (lineId: string) => move({ move: 'transfer', lineId }),
    takeAtDesk: async (wish: TakeAtDesk): Promise<StaffTicket | undefined> => {
      let taken: StaffTicket | undefined
      await acts.perform({ send: (key) => api.takeAtDesk(hallId, wish, key), then: (result) => { taken = result; accept((view) => view) }, done: () => null })
      return taken
    },
    pauseLine: (lineId: string, paused: boolean) => {
      void acts.perform({ send: () => api.pauseLine(hallId, lineId, paused), then: (view) => accept(() => view), done: () => null })
    },
    pauseHall: (paused: boolean) => {
      void acts.perform({ send: () => api.pauseHall(hallId, paused), then: (view) => accept(() => view), done: () => null })
    },
  }
}
