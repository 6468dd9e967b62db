/** What the city tells a citizen of by itself. */
export const messageKinds = ['near', 'called', 'missed', 'leave', 'dayBefore', 'soon', 'changed', 'place', 'case', 'rating'] as const
export type MessageKind = (typeof messageKinds)[number]

/** A call waits for nobody: it comes in quiet hours too, is not counted, and looks for another way when one fails. */
export const URGENT: readonly MessageKind[] = ['called']
/** A number is near when so many are ahead, unless the citizen chose otherwise. */
export const NEAR_AHEAD = 3
export const MOST_AHEAD = 20
export const DEFAULT_QUIET = { from: '22:00', until: '07:00' } as const
/** How many a citizen gets a day, calls not counted, unless they chose otherwise. */
export const DAILY_CAP = 10
export const MOST_DAILY = 50
