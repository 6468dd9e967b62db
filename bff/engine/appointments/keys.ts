/** The tag braces keep everything of a hall in one slot of a Redis Cluster, and everything of a person in another. */
export const bookKey = (hallId: string, day: string): string => `{hall:${hallId}}:b:${day}`
export const appointmentKey = (hallId: string, appointmentId: string): string => `{hall:${hallId}}:a:${appointmentId}`
export const waitingKey = (hallId: string, waitingId: string): string => `{hall:${hallId}}:w:${waitingId}`
export const absentKey = (hallId: string): string => `{hall:${hallId}}:absent`
/** Lines on days in which a hold will end, by when: a hint for whoever looks after them, so it need not share their slot. */
export const dueKey = 'book:due'
/** `person` is a citizen's id, or the id of somebody a citizen acts for. */
export const personKey = (person: string): string => `{person:${person}}:visits`
export const waitingsKey = (citizenId: string): string => `{person:${citizenId}}:waitings`
