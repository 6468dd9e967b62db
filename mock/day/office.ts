import { randomUUID } from 'node:crypto'
import type { Call } from './api'
import { isRefusal } from './failures'
import type { Lots } from './lots'
import { decideOrder } from './order'
import type { Session } from './session'
import { checkerAccount, officeAccount } from './staff'

interface OfficeParts {
  readonly call: Call
  readonly hallId: string
  readonly sessionOf: (account: string) => Session
  /** The simulated citizen who rated; undefined for a person. */
  readonly raterOf: (ratingId: string) => Session | undefined
  readonly lots: Lots
  readonly pace: number
}

const LOOK_MS = 15_000
const ORDERS_A_LOOK = 8

/** Deals with the hall's bad ratings: one account handles them, another checks, and simulated citizens answer when they are asked again. */
export const createOffice = ({ call, hallId, sessionOf, raterOf, lots, pace }: OfficeParts) => {
  const [office, checker] = [sessionOf(officeAccount(hallId)), sessionOf(checkerAccount(hallId))]
  let lookAt = 0

  const further = async (ratingId: string, now: number): Promise<void> => {
    const params = { ratingId }
    const decided = decideOrder(await office((token) => call('readOrder', { params }, { token })), now, lots, pace)
    const key = `day-${randomUUID()}`
    if (!decided) return
    if (decided.by === 'citizen') {
      await raterOf(ratingId)?.((token) => call('answerRevisit', { params, body: { satisfied: decided.satisfied, text: decided.text } }, { token, key }))
    } else {
      await (decided.by === 'office' ? office : checker)((token) => call('stepOrder', { params, body: { step: decided.step, text: decided.text } }, { token, key }))
    }
  }

  return {
    work: async (now: number): Promise<void> => {
      if (now < lookAt) return
      lookAt = now + LOOK_MS / pace
      const { orders } = await office((token) => call('listOrders', { query: { hallId } }, { token }))
      for (const { ratingId } of orders.slice(0, ORDERS_A_LOOK)) {
        await further(ratingId, now).catch((error: unknown) => { if (!isRefusal(error)) throw error })
      }
    },
  }
}
