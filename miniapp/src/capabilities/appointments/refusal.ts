import type { ApiErrorCode } from '@/platform'

/** A way on after a hold, a move or a wish to wait was refused; closing is always one more. */
export type BookWay = 'retry' | 'signIn' | 'mine' | 'otherTime' | 'otherHall' | 'otherItem' | 'waitSee'

const ways: Partial<Record<ApiErrorCode, readonly BookWay[]>> = {
  UNAUTHENTICATED: ['signIn'],
  ONE_A_DAY: ['mine', 'otherTime'], OVERLAPS: ['otherTime', 'mine'], TOO_MANY_BOOKINGS: ['mine'], RESTRICTED: ['mine'],
  SLOT_NOT_FOUND: ['otherTime'], SLOT_PAST: ['otherTime'], SLOT_CLOSED: ['otherTime'], NOT_RELEASED: ['otherTime'], NOT_A_WORKING_DAY: ['otherTime'],
  PLACES_FREE: ['otherTime'], ALREADY_WAITING: ['waitSee'], CANCEL_TOO_LATE: ['mine'], ILLEGAL_APPOINTMENT_MOVE: ['mine'], APPOINTMENT_NOT_FOUND: ['mine'],
  HOLD_EXPIRED: ['otherTime'], HALL_NOT_FOUND: ['otherHall'], LINE_NOT_FOUND: ['otherHall'], ITEM_NOT_IN_LINE: ['otherHall'], ITEM_WITHDRAWN: ['otherItem'], NOT_BOOKABLE: ['otherHall'],
}

/** How to go on; the first is the main one. What is only busy, or did not answer, can be asked for again. */
export const waysOn = (code: ApiErrorCode): readonly BookWay[] => ways[code] ?? ['retry']

/** The place itself is gone: the nearest others are offered. */
export const isLost = (code: ApiErrorCode): boolean => code === 'SLOT_FULL' || code === 'SLOT_CLOSED' || code === 'SLOT_PAST'
