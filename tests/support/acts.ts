import type { Ticket } from '@shared/queue'
import type { StaffTicket } from '@shared/console'
import type { Client, Sent } from './client'
import { newKey, type Citizen, type Member, type People } from './people'

/** What people do in a hall, in few words. Each act has a fresh key. */
export const createActs = (client: Client, people: People) => {
  const screenKeys = new Map<string, Promise<string>>()
  /** Reads the code off the hall's screen and scans it, as a phone would. */
  const presence = async (hallId: string): Promise<string> => {
    const key = screenKeys.get(hallId) ?? people.screenKey(hallId)
    screenKeys.set(hallId, key)
    const { code } = await client.call('readScreenCode', { params: { hallId } }, { screenKey: await key })
    const { presence: proof } = await client.call('scanCode', { body: { code } })
    return proof ?? ''
  }
  return {
    presence,
    take: async (citizen: Citizen, wish: Omit<Sent<'takeTicket'>['body'], 'presence'>): Promise<Ticket> =>
      client.call('takeTicket', { body: { ...wish, presence: await presence(wish.hallId) } }, { token: citizen.token, key: newKey() }),
    openWindow: (clerk: Member, hallId: string, windowId: string) =>
      client.call('setWindow', { params: { hallId, windowId }, body: { state: 'open' } }, { token: clerk.token }),
    callNext: (clerk: Member, hallId: string, windowId: string): Promise<StaffTicket> =>
      client.call('callNext', { params: { hallId, windowId } }, { token: clerk.token, key: newKey() }),
    move: (clerk: Member, ticketId: string, body: Sent<'moveStaffTicket'>['body']): Promise<StaffTicket> =>
      client.call('moveStaffTicket', { params: { ticketId }, body }, { token: clerk.token, key: newKey() }),
  }
}
export type Acts = ReturnType<typeof createActs>
