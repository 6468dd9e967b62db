/** All of a hall's day shares its slot; the log ends with the day's other keys. */
const dayKey = (hallId: string, day: string): string => `{hall:${hallId}}:${day}`

/** Every change of the day in its order, as the queue writes it. */
export const eventsKey = (hallId: string, day: string): string => `${dayKey(hallId, day)}:events`
/** The entries of the log, oldest first, packed: the n-th stands at place n. */
export const entriesKey = (hallId: string, day: string): string => `${dayKey(hallId, day)}:calls`
/** Where the log ends: `n` entries, the last with `hash`, from the events up to `cursor`. */
export const endKey = (hallId: string, day: string): string => `${dayKey(hallId, day)}:calls:end`
