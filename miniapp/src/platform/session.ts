import { useSyncExternalStore } from 'react'
import { now } from './clock'
import { isRecord, stored } from './storage'

/** Who is signed in on this phone. */
export interface Session { readonly token: string; readonly name: string; readonly expiresAt: number }

const isSession = (value: unknown): value is Session =>
  isRecord(value) && typeof value.token === 'string' && typeof value.name === 'string' && typeof value.expiresAt === 'number'
const kept = stored('session', 1, isSession)

let session: Session | null | undefined
const listeners = new Set<() => void>()
const announce = (): void => listeners.forEach((listener) => listener())

/** The session, or null when nobody is signed in or it has run out. */
export const currentSession = (): Session | null => {
  if (session === undefined) session = kept.read()
  if (session && session.expiresAt <= now()) session = null
  return session
}

export const keepSession = (next: Session): void => {
  session = next
  kept.write(next)
  announce()
}

/** Forgets who was signed in, on this phone only. */
export const dropSession = (): void => {
  session = null
  kept.remove()
  announce()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

/** Follows signing in and out. */
export const useSession = (): Session | null => useSyncExternalStore(subscribe, currentSession, currentSession)
