import { useTabValue } from './useTabValue'

/** What somebody is at: the window, the day's book, the accounts, or the messages that were not sent. */
export const desks = ['work', 'book', 'account', 'parked'] as const
export type Desk = (typeof desks)[number]

interface Kept { readonly account: string; readonly desk: Desk }
const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'account' in value && 'desk' in value && typeof value.account === 'string' && desks.some((desk) => desk === value.desk)

/** The desk, kept over a reload; whoever else signs in at this tab begins at the window. */
export const useDesk = (account: string): readonly [Desk, (desk: Desk) => void] => {
  const [kept, keep] = useTabValue('yichuang.console-desk', isKept)
  return [kept?.account === account ? kept.desk : 'work', (desk) => keep({ account, desk })]
}
