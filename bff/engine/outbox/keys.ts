/** A stream of what must reach an outside system, in the slot of the hall whose changes it tells; beside it `:parked`, what was refused for good. */
export const outboxKey = (hallId: string, name: string): string => `{hall:${hallId}}:outbox:${name}`
