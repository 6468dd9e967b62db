import { useCallback } from 'react'
import type { Alert } from '@shared/supervision'
import { useTabValue } from '@/capabilities/console/useTabValue'

interface Kept { readonly account: string; readonly ids: readonly string[] }
const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'account' in value && 'ids' in value && typeof value.account === 'string'
  && Array.isArray(value.ids) && value.ids.every((id) => typeof id === 'string')

/** The alerts this account has looked at in this tab, and the function that marks all that are listed. */
export const useSeen = (account: string): readonly [readonly string[], (alerts: readonly Alert[]) => void] => {
  const [kept, keep] = useTabValue('yichuang.supervision-seen', isKept)
  // Only those still listed: what was seen long ago is not kept for ever.
  const mark = useCallback((alerts: readonly Alert[]) => keep({ account, ids: alerts.map(({ alertId }) => alertId) }), [account, keep])
  return [kept?.account === account ? kept.ids : [], mark]
}
