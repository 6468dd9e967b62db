import type { CallLogEntry } from './callLog'

// No zod here: the phone reckons a chain anew by the same text.

/** The hash before a day's first entry: it binds the chain to its hall and day. */
export const firstText = (hallId: string, day: string): string => `yichuang calls ${hallId} ${day}`

/** What is hashed (SHA-256, UTF-8) into an entry's `hash`: the hash before, hexadecimal, and the entry, so that none can be changed, moved or left out. */
export const linkText = (before: string, { n, at, kind, number, lineId, class: ticketClass, windowId }: Omit<CallLogEntry, 'hash'>): string =>
  `${before}\n${JSON.stringify([n, at, kind, number, lineId, ticketClass, windowId])}`
