import type { EndpointName } from '@shared/endpoints'
import { ContractError } from '@shared/errors'
import { RateLimiterMemory } from 'rate-limiter-flexible'

interface Limit { readonly points: number; readonly seconds: number }

/** By address, before we know who calls: where guessing would pay, or a machine could ask for more than people ever do. A hall's visitors share one address. */
export const perAddress: Partial<Record<EndpointName, Limit>> = {
  createStaffSession: { points: 60, seconds: 60 },
  createSession: { points: 600, seconds: 60 },
  startSignIn: { points: 600, seconds: 60 },
  scanCode: { points: 600, seconds: 60 },
  findCase: { points: 120, seconds: 60 },
  rateReceipt: { points: 120, seconds: 60 },
  findRating: { points: 120, seconds: 60 },
  readCallLog: { points: 3_000, seconds: 60 },
  // Read by anyone, and the same for all. A mobile network may put thousands of its customers behind one address.
  searchBookable: { points: 3_000, seconds: 60 },
  listDays: { points: 3_000, seconds: 60 },
  listSlots: { points: 3_000, seconds: 60 },
  holdSlot: { points: 3_000, seconds: 60 },
  readGuide: { points: 3_000, seconds: 60 },
  searchItems: { points: 3_000, seconds: 60 },
}
/** By citizen or member of staff. */
export const perCaller: Partial<Record<EndpointName, Limit>> = {
  takeTicket: { points: 20, seconds: 60 },
  moveTicket: { points: 30, seconds: 60 },
  rateVisit: { points: 20, seconds: 60 },
  rateCase: { points: 20, seconds: 60 },
  changeRating: { points: 20, seconds: 60 },
  deleteRating: { points: 20, seconds: 60 },
  answerRevisit: { points: 20, seconds: 60 },
  listRatings: { points: 60, seconds: 60 },
  readRatingPhoto: { points: 120, seconds: 60 },
  uploadPhoto: { points: 30, seconds: 600 },
  listCases: { points: 60, seconds: 60 },
  readCase: { points: 120, seconds: 60 },
  readCaseOfTicket: { points: 60, seconds: 60 },
  readTicket: { points: 120, seconds: 60 },
  listTickets: { points: 120, seconds: 60 },
  holdSlot: { points: 30, seconds: 60 },
  readChallenge: { points: 60, seconds: 60 },
  moveAppointment: { points: 30, seconds: 60 },
  joinWaitingList: { points: 20, seconds: 60 },
  changeOwnPassword: { points: 10, seconds: 60 },
  beginSecondFactor: { points: 10, seconds: 60 },
  confirmSecondFactor: { points: 10, seconds: 60 },
  endSecondFactor: { points: 10, seconds: 60 },
  addPerson: { points: 20, seconds: 3_600 },
  removePerson: { points: 20, seconds: 3_600 },
  startFaceCheck: { points: 10, seconds: 3_600 },
  finishFaceCheck: { points: 120, seconds: 60 },
  listDevices: { points: 60, seconds: 60 },
  withdrawConsent: { points: 20, seconds: 3_600 },
  exportMyData: { points: 10, seconds: 60 },
  deleteMyData: { points: 10, seconds: 60 },
}

export interface RateLimits {
  readonly beforeIdentity: (name: EndpointName, address: string) => Promise<void>
  readonly afterIdentity: (name: EndpointName, caller: string | undefined) => Promise<void>
}

/** Counts are kept per process: a fleet of N allows N times as much, which is enough against guessing and loops. */
export const createRateLimits = (enabled: boolean): RateLimits => {
  const build = (table: Partial<Record<EndpointName, Limit>>) => {
    const limiters = new Map(Object.entries(table).map(([name, { points, seconds }]) =>
      [name, new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })] as const))
    return async (name: EndpointName, key: string | undefined): Promise<void> => {
      const limiter = enabled && key ? limiters.get(name) : undefined
      await limiter?.consume(key as string).catch(() => { throw new ContractError('RATE_LIMITED') })
    }
  }
  return { beforeIdentity: build(perAddress), afterIdentity: build(perCaller) }
}
