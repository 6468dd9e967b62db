import type { ConsentKind } from '@shared/privacy'
import { call } from '@/platform/api'

export type Withdrawable = Exclude<ConsentKind, 'privacy'>

export const listConsents = async () => (await call('listConsents', {})).consents
export const withdrawConsent = async (kind: Withdrawable) => (await call('withdrawConsent', { params: { kind } })).consents
export const exportMyData = () => call('exportMyData', {})
export const deleteMyData = async () => (await call('deleteMyData', { body: { sure: true } })).keptByLaw
