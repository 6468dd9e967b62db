import type { BookView } from '@shared/book'
import { useText } from '@/i18n'
import { bookTexts } from '@/i18n/consoleBook'
import { ApiError } from '@/platform/api'
import type { ConsoleApi } from '../api'
import type { Acts } from '../useActs'
import type { Followed } from '../useFollowed'
import { timeSpan, withVisit, type SlotCell, type VisitRow } from './view'

interface Parts extends Pick<Followed<BookView>, 'accept' | 'refresh'> {
  readonly api: ConsoleApi
  readonly hallId: string
  readonly acts: Acts
  /** Asks the hall anew, for a number has come into its line. */
  readonly onNumber: () => void
}

/** What the desk does in the book. A refusal is said by the news, and the book is asked for anew: it was not as it seemed. */
export const useBookActs = ({ api, hallId, acts, accept, refresh, onNumber }: Parts) => {
  const t = useText(bookTexts)
  /** The server's sentence speaks to whoever booked; this one to the desk. */
  const inDeskWords = (thrown: unknown): unknown => {
    if (!(thrown instanceof ApiError) || thrown.code !== 'CHECK_IN_EARLY') return thrown
    return new ApiError(thrown.code, t('tooEarly', { minutes: thrown.details.minutes ?? '' }), thrown.retry, thrown.requestId)
  }
  const orAsk = async (doing: Promise<boolean>): Promise<void> => { if (!await doing) refresh() }
  return {
    setSlot: (lineId: string, slot: SlotCell, closed: boolean): void => {
      void orAsk(acts.perform({
        send: () => api.setSlot(hallId, lineId, slot.startsAt, closed), then: (book) => accept(() => book),
        done: () => t(closed ? 'slotClosed' : 'slotOpened', { time: timeSpan(slot) }),
      }))
    },
    arrive: ({ appointmentId }: VisitRow): void => {
      void orAsk(acts.perform({
        send: (key) => api.arrive(appointmentId, key).catch((thrown: unknown) => { throw inDeskWords(thrown) }), done: () => null,
        then: (visit) => { accept((book) => withVisit(book, visit)); onNumber() },
      }))
    },
  }
}
