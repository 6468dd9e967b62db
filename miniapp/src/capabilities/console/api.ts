import type { BookedVisit, BookView } from '@shared/book'
import type { ConsoleView, StaffTicket } from '@shared/console'
import type { PriorityReason } from '@shared/halls'
import type { StaffMember } from '@shared/staff'
import { type Answer, call } from '@/platform/api'
import type { WindowState } from './allowed'

/** A poll that takes longer than this is given up; the next asks again. */
const POLL_TIMEOUT_MS = 5000

export const signIn = (account: string, password: string, otp?: string): Promise<Answer<'createStaffSession'>> =>
  call('createStaffSession', { body: { account, password, ...(otp && { otp }) } })

export interface TakeAtDesk { readonly lineId: string; readonly itemId?: string; readonly priority?: PriorityReason }
export type TicketMove = { readonly move: 'recall' | 'start' | 'finish' | 'miss' } | { readonly move: 'transfer'; readonly lineId: string }

export type ParkedList = Answer<'listParked'>
export type ParkedMessage = ParkedList['parked'][number]
export interface NewAccount extends Pick<StaffMember, 'account' | 'role' | 'name' | 'halls'> { readonly password: string }

/** What a member of staff may ask of the server. Each fails with `ApiError`. */
export interface ConsoleApi {
  readonly signOut: () => Promise<Answer<'endStaffSession'>>
  readonly hall: (hallId: string) => Promise<Answer<'readHall'>>
  readonly items: (hallId: string) => Promise<Answer<'listItems'>>
  readonly searchHalls: (text: string) => Promise<Answer<'searchHalls'>>
  readonly console: (hallId: string) => Promise<ConsoleView>
  readonly setWindow: (hallId: string, windowId: string, state: WindowState) => Promise<ConsoleView>
  readonly callNext: (hallId: string, windowId: string, key: string) => Promise<StaffTicket>
  readonly move: (ticketId: string, move: TicketMove, key: string) => Promise<StaffTicket>
  readonly takeAtDesk: (hallId: string, wish: TakeAtDesk, key: string) => Promise<StaffTicket>
  readonly pauseLine: (hallId: string, lineId: string, paused: boolean) => Promise<ConsoleView>
  readonly pauseHall: (hallId: string, paused: boolean) => Promise<ConsoleView>
  readonly screenLink: (hallId: string) => Promise<Answer<'readScreenLink'>>

  readonly book: (hallId: string, day: string) => Promise<BookView>
  readonly setSlot: (hallId: string, lineId: string, startsAt: number, closed: boolean) => Promise<BookView>
  readonly arrive: (appointmentId: string, key: string) => Promise<BookedVisit>

  /** Oneself, as one is now. */
  readonly session: () => Promise<Answer<'readStaffSession'>>
  readonly beginFactor: (password: string, otp?: string) => Promise<Answer<'beginSecondFactor'>>
  readonly confirmFactor: (enrolmentId: string, otp: string) => Promise<Answer<'confirmSecondFactor'>>
  readonly endFactor: (password: string, otp?: string) => Promise<Answer<'endSecondFactor'>>
  readonly changePassword: (password: string, newPassword: string) => Promise<StaffMember>
  readonly accounts: () => Promise<Answer<'listStaff'>>
  readonly addAccount: (account: NewAccount) => Promise<StaffMember>
  readonly setPassword: (account: string, password: string) => Promise<StaffMember>
  readonly unlock: (account: string) => Promise<StaffMember>
  readonly resetFactor: (account: string) => Promise<StaffMember>
  readonly removeAccount: (account: string) => Promise<Answer<'removeStaff'>>

  readonly parked: () => Promise<ParkedList>
  readonly replayParked: (parkedId: string) => Promise<Answer<'replayParked'>>
}

export const consoleApi = (token: string): ConsoleApi => ({
  signOut: () => call('endStaffSession', {}, { token }),
  hall: (hallId) => call('readHall', { params: { hallId } }),
  items: (hallId) => call('listItems', { params: { hallId } }),
  searchHalls: (text) => call('searchHalls', { body: { limit: 50, ...(text && { text }) } }),
  console: (hallId) => call('readConsole', { params: { hallId } }, { token, timeoutMs: POLL_TIMEOUT_MS }),
  setWindow: (hallId, windowId, state) => call('setWindow', { params: { hallId, windowId }, body: { state } }, { token }),
  callNext: (hallId, windowId, key) => call('callNext', { params: { hallId, windowId } }, { token, key }),
  move: (ticketId, move, key) => call('moveStaffTicket', { params: { ticketId }, body: move }, { token, key }),
  takeAtDesk: (hallId, wish, key) => call('takeAtDesk', { params: { hallId }, body: wish }, { token, key }),
  pauseLine: (hallId, lineId, paused) => call('pauseLine', { params: { hallId, lineId }, body: { paused } }, { token }),
  pauseHall: (hallId, paused) => call('pauseHall', { params: { hallId }, body: { paused } }, { token }),
  screenLink: (hallId) => call('readScreenLink', { params: { hallId } }, { token }),

  book: (hallId, day) => call('readBook', { params: { hallId, day } }, { token, timeoutMs: POLL_TIMEOUT_MS }),
  setSlot: (hallId, lineId, startsAt, closed) => call('setSlot', { params: { hallId, lineId, startsAt: String(startsAt) }, body: { closed } }, { token }),
  arrive: (appointmentId, key) => call('arriveAtDesk', { params: { appointmentId } }, { token, key }),

  session: () => call('readStaffSession', {}, { token }),
  beginFactor: (password, otp) => call('beginSecondFactor', { body: { password, ...(otp && { otp }) } }, { token }),
  confirmFactor: (enrolmentId, otp) => call('confirmSecondFactor', { body: { enrolmentId, otp } }, { token }),
  endFactor: (password, otp) => call('endSecondFactor', { body: { password, ...(otp && { otp }) } }, { token }),
  changePassword: (password, newPassword) => call('changeOwnPassword', { body: { password, newPassword } }, { token }),
  accounts: () => call('listStaff', {}, { token }),
  addAccount: (account) => call('createStaff', { body: account }, { token }),
  setPassword: (account, password) => call('setStaffPassword', { params: { account }, body: { password } }, { token }),
  unlock: (account) => call('unlockStaff', { params: { account } }, { token }),
  resetFactor: (account) => call('resetSecondFactor', { params: { account } }, { token }),
  removeAccount: (account) => call('removeStaff', { params: { account } }, { token }),

  parked: () => call('listParked', {}, { token, timeoutMs: POLL_TIMEOUT_MS }),
  replayParked: (parkedId) => call('replayParked', { params: { parkedId } }, { token }),
})
