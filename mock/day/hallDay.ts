import type { Call } from './api'
import { createClerks } from './clerks'
import { ContractBroken } from './failures'
import { learnHall } from './hall'
import type { Journal } from './journal'
import type { Lots } from './lots'
import { createNewcomers } from './newcomers'
import { createOffice } from './office'
import { createPeople } from './people'
import type { Session } from './session'
import { ensureStaff, staffSession } from './staff'
import { createVisits } from './visits'

export interface HallDayParts {
  readonly call: Call
  readonly operator: Session
  /** Of the operator and of every account that the demo makes. */
  readonly password: string
  readonly halls: readonly string[]
  readonly hallId: string
  readonly lots: Lots
  readonly pace: number
  readonly journal: Journal
}

export interface HallDay {
  /** One round of everybody in the hall. It never waits; whoever calls it does. */
  readonly tick: () => Promise<void>
  /** Learns the hall anew at the next round, as after the server was away. */
  readonly forget: () => void
}

/** When citizens cannot get through, windows go on with those who are there. */
const CITIZENS_REST_MS = 15_000

/** A hall with its simulated citizens and clerks. `tick` throws when the server is away or breaks the contract. */
export const createHallDay = ({ call, operator, password, halls, hallId, lots, pace, journal }: HallDayParts): HallDay => {
  const people = createPeople(call, halls.indexOf(hallId))
  const visits = createVisits(call, lots, pace)
  let restUntil = 0

  const begin = async () => {
    const hall = await learnHall(call, operator, hallId)
    await ensureStaff(call, operator, password, halls, hallId, hall.windows.map(({ windowId }) => windowId))
    const shared = { call, hall, visits, lots, pace, journal }
    const sessionOf = (account: string): Session => staffSession(call, account, password)
    return {
      clerks: createClerks({ ...shared, sessionOf }), newcomers: createNewcomers({ ...shared, people }),
      office: createOffice({ call, hallId, sessionOf, raterOf: visits.raterOf, lots, pace }),
    }
  }
  let staffed: Awaited<ReturnType<typeof begin>> | undefined

  return {
    tick: async () => {
      staffed ??= await begin()
      const view = await operator((token) => call('readConsole', { params: { hallId } }, { token }))
      visits.see(view)
      await staffed.clerks.work(view)
      if (view.asOf < restUntil) return
      try {
        await staffed.newcomers.come(view)
        await visits.look(view.asOf)
        await staffed.newcomers.findAgain(view)
        await staffed.office.work(view.asOf)
      } catch (error) {
        if (error instanceof ContractBroken) throw error
        restUntil = view.asOf + CITIZENS_REST_MS
        journal.sometimes(`${hallId}: citizens wait a moment (${error instanceof Error ? error.message : String(error)})`)
      }
    },
    forget: () => { staffed = undefined },
  }
}
