import type { Place } from '@shared/halls'
import { now } from '@/platform'
import { call } from '@/platform/api'
import { personalKeep } from '@/platform/keep'
import { createPresenceStore } from './presenceStore'

/** Proofs of presence on this phone. */
export const presences = createPresenceStore(personalKeep, now)

/** Reads a hall's code. `expectHallId`: the hall the citizen means to take a number in; another hall's code is then refused. */
export const scanCode = (code: string, place: Place | undefined, expectHallId: string | undefined) =>
  call('scanCode', { body: { code, ...(place && { place }), ...(expectHallId && { expectHallId }) } })
