import type { Staff } from '@/capabilities/console/staff'

export const rooms = ['overview', 'comparison', 'alerts', 'orders', 'bulletins'] as const
export type Room = (typeof rooms)[number]

/** Where somebody may go: a clerk to the work orders about themselves, an operator everywhere but to work orders. */
export const roomsOf = (role: Staff['role']): readonly Room[] => {
  switch (role) {
    case 'clerk': return ['orders']
    case 'supervisor': return rooms
    case 'operator': return rooms.filter((room) => room !== 'orders')
  }
}

/** What is looked at. */
export interface Place { readonly room: Room; readonly scope: string; readonly ratingId: string | null; readonly bulletinId: string | null }

/** Where somebody begins. */
export const firstPlace = (role: Staff['role']): Place => ({ room: roomsOf(role)[0] ?? 'orders', scope: 'city', ratingId: null, bulletinId: null })

export interface KeptPlace extends Place { readonly account: string }
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string'
/** Guards against what another build left in this tab. */
export const isKeptPlace = (value: unknown): value is KeptPlace => {
  if (typeof value !== 'object' || value === null) return false
  const { account, room, scope, ratingId, bulletinId }: Partial<Record<keyof KeptPlace, unknown>> = value
  return typeof account === 'string' && rooms.some((one) => one === room) && typeof scope === 'string' && isTextOrNull(ratingId) && isTextOrNull(bulletinId)
}

/** The place that was kept, if it is this account's and they may still go there; else where they begin. */
export const placeFor = ({ account, role }: Pick<Staff, 'account' | 'role'>, kept: KeptPlace | null): Place =>
  kept?.account === account && roomsOf(role).includes(kept.room) ? kept : firstPlace(role)
