import { useSyncExternalStore } from 'react'
import { actKeep, personalKeep } from './keep'
import { isRecord, isText, stored } from './storage'

/** Who is signed in on this phone. `expiresAt` is by the server's clock; `realName`: a platform has confirmed who it is, as last heard. */
export interface Session { readonly token: string; readonly name: string; readonly expiresAt: number; readonly realName?: boolean }

const isSession = (value: unknown): value is Session =>
  isRecord(value) && typeof value.token === 'string' && typeof value.name === 'string' && typeof value.expiresAt === 'number'
const kept = stored('session', 1, isSession)
/** The masked name of whose things lie on this phone; outlives a session that ran out. It is all the phone knows of a person. */
const holder = stored('holder', 1, isText)

let session: Session | null | undefined
const listeners = new Set<() => void>()
const change = (next: Session | null): void => {
  session = next
  listeners.forEach((listener) => listener())
}

/**
 * The session, or null when nobody is signed in. Whether it has run out is for the server to say: a phone whose clock
 * is wrong would throw away every new one.
 */
export const currentSession = (): Session | null => {
  if (session === undefined) session = kept.read()
  return session
}

export const keepSession = (next: Session): void => {
  const before = holder.read()
  if (before !== null && before !== next.name) personalKeep.forget()
  if (currentSession()?.token !== next.token) actKeep.forget()
  holder.write(next.name)
  kept.write(next)
  change(next)
}

/** What the server says anew of whoever is signed in, e.g. once their real name is known. They are still the same person. */
export const renameSession = ({ name, realName }: Pick<Session, 'name' | 'realName'>): void => {
  const before = currentSession()
  if (!before) return
  const next = { ...before, name, realName }
  holder.write(name)
  kept.write(next)
  change(next)
}

/** The server knows this session no more. What was chosen stays, for it is most likely the same person who signs in again. */
export const lapseSession = (): void => {
  actKeep.forget()
  kept.remove()
  change(null)
}

/** Signs out on this phone, and leaves nothing of the person on it. */
export const dropSession = (): void => {
  personalKeep.forget()
  holder.remove()
  lapseSession()
}

/** Whether nobody is signed in because the server ended it, and not because they left: whose things these are is still known. */
const wasEnded = (): boolean => currentSession() === null && holder.read() !== null

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

/** Follows signing in and out. */
export const useSession = (): Session | null => useSyncExternalStore(subscribe, currentSession, currentSession)

/** Follows whether a session of this phone was ended from elsewhere, or ran out. */
export const useSessionEnded = (): boolean => useSyncExternalStore(subscribe, wasEnded, wasEnded)
