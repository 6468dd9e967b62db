import { randomFillSync } from 'node:crypto'

const LETTERS = '0123456789abcdefghijkmnpqrstvwxy'
const LENGTH = 20

/** Random bytes are drawn for many ids at once: each draw costs a call into the system. */
const pool = Buffer.alloc(LENGTH * 256)
let used = pool.length

/** A new ticket's id: its hall, and 100 random bits in 20 letters. */
export const newTicketId = (hallId: string): string => {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  let id = ''
  for (const end = used + LENGTH; used < end; used += 1) id += LETTERS[(pool[used] as number) & 31]
  return `${hallId}.${id}`
}
