import { keysOf } from '../keys'

/** The keys of the book; letters, so that they work with a Chinese input method too. */
export const bookKeyOf = { find: 'F', before: 'P', after: 'N', today: 'T', back: 'B', help: '?' } as const
export const bookKeys = keysOf(bookKeyOf)
