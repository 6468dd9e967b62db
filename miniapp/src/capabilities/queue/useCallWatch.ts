import { useEffect } from 'react'
import type { Ticket } from '@shared/queue'
import { openPage, overhear, useOnline, useSession, useVisible } from '@/platform'
import { alarm, lastTickets, listTickets } from './api'
import { startCallWatch } from './callWatch'
import { callOf } from './ticketView'

interface CallWatchOptions {
  /** The ticket this page follows by itself. */
  readonly except?: string
  /** The page is in the middle of something that must not be covered. */
  readonly paused?: boolean
}

/**
 * For every page a citizen may look at while waiting: when a number of theirs is called, the phone makes itself felt and
 * the number fills the screen, once for each call. One at a time: the next is told when this page is seen again.
 */
export const useCallWatch = ({ except = '', paused = false }: CallWatchOptions = {}): void => {
  const token = useSession()?.token
  const visible = useVisible()
  const online = useOnline()
  useEffect(() => {
    if (!visible || paused || token === undefined) return undefined
    let told = false
    const onTickets = (tickets: readonly Ticket[], whole: boolean): void => {
      lastTickets.note(tickets, whole)
      const others = told ? [] : tickets.filter(({ ticketId }) => ticketId !== except)
      const called = others.find((ticket) => {
        const call = callOf(ticket)
        return call !== null && alarm.ring(call)
      })
      if (!called) return
      told = true
      openPage('ticket', { id: called.ticketId })
    }
    return startCallWatch({
      known: lastTickets.all(), ask: listTickets, overhear: (listener) => overhear('listTickets', listener), onTickets, except,
    })
  }, [visible, paused, token, online, except])
}
