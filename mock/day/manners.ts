/** A stretch of seconds from which one is drawn. */
export type Stretch = readonly [low: number, high: number]

/**
 * How people in the simulated hall behave: seconds at pace 1, and shares. A visit takes about 35 s where a real one takes
 * a quarter of an hour, so that somebody who watches sees whole visits.
 */
export const manners = {
  /** From the call to the window. */
  walkUp: [5, 14] as Stretch,
  /** Share of those called who need a second call, when that comes, and how soon they stand there after it. */
  slow: 0.15, secondCall: [10, 14] as Stretch, afterSecondCall: [4, 8] as Stretch,
  /** Share of those called who are not there; the clerk waits so long before each further call and before giving up. */
  absent: 0.05, patience: [10, 14] as Stretch,
  /** Seconds of service for each usual minute of the item, how much longer or shorter, and the bounds. */
  secondsPerMinute: 1.2, serviceSpread: [0.6, 1.5] as Stretch, service: [12, 45] as Stretch, minutesUnknown: 15,
  transfer: 0.03,
  /** From one visit to the next call; how often and how long a clerk pauses instead. */
  gap: [2, 6] as Stretch, breaks: 0.05, breakLength: [30, 60] as Stretch,
  reopen: [3, 12] as Stretch,
  /** What second calls, absences, breaks, and looking up only now and then add to a visit, as measured. */
  delays: 8,
  priority: 0.12, noItem: 0.15,
  cancel: 0.03, cancelAfter: [40, 150] as Stretch,
  defer: 0.05,
  comesBack: 0.75, comesBackAfter: [20, 90] as Stretch,
  rates: 0.6, ratesAfter: [4, 20] as Stretch,
} as const

/**
 * How a simulated clerk treats a number that is not a simulated citizen's: a person may be looking at it right now. Seconds
 * at every pace, for people do not hurry with the simulation. Such a number is never marked missed nor sent elsewhere.
 */
export const courtesy = {
  recallAfter: [24, 26] as Stretch,
  /** From the recall to “serving”. */
  startAfter: [6, 12] as Stretch,
  service: [25, 40] as Stretch,
} as const

/** People waiting in a line, and the seconds a newcomer should wait at pace 1. */
export const band = { fewest: 3, most: 12, wait: 140 } as const

/** How a simulated office deals with bad ratings: seconds at pace 1 from one step of an order to the next, and shares. */
export const officeManners = {
  contact: [40, 120] as Stretch, rectify: [90, 240] as Stretch, reply: [30, 90] as Stretch, answer: [30, 120] as Stretch, close: [30, 90] as Stretch,
  /** Orders left to people, who may look at them as `supervisor1`. */
  left: 0.3,
  /** Citizens who are satisfied when they are asked again. */
  satisfied: 0.8,
} as const

/** What one visit takes a clerk from call to call, in seconds at pace 1, for an item of so many usual minutes. */
export const visitSeconds = (minutes: number): number =>
  middle(manners.walkUp) + Math.min(manners.service[1], Math.max(manners.service[0], minutes * manners.secondsPerMinute)) + middle(manners.gap) + manners.delays

const middle = ([low, high]: Stretch): number => (low + high) / 2
