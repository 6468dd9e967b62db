import type { NewAccount } from '../api'

/** As the contract has it; the server has the last word. */
const SHORTEST = 10
const ACCOUNT = /^[a-z][a-z0-9_-]{2,31}$/

/** What is wrong; the console says it in words. */
export type Fault = 'tooShort' | 'notSame' | 'unchanged' | 'accountWrong' | 'nameMissing' | 'hallsMissing'

export interface PasswordChange { readonly current: string; readonly next: string; readonly again: string }

export const faultOfPassword = (password: string): Fault | null => (password.length < SHORTEST ? 'tooShort' : null)

/** What is wrong with a change of one's own password, before it is sent. */
export const faultOfChange = ({ current, next, again }: PasswordChange): Fault | null =>
  faultOfPassword(next) ?? (next !== again ? 'notSame' : next === current ? 'unchanged' : null)

/** An account being written; `everyHall` stands for the empty list. */
export interface Draft extends NewAccount { readonly everyHall: boolean }

export const faultOfAccount = ({ account, name, halls, everyHall, password }: Draft): Fault | null => {
  if (!ACCOUNT.test(account)) return 'accountWrong'
  if (name.zh === '' || name.en === '') return 'nameMissing'
  return !everyHall && halls.length === 0 ? 'hallsMissing' : faultOfPassword(password)
}

/** As it is sent: without what a hand adds around it. */
export const tidied = ({ account, name, ...rest }: Draft): Draft =>
  ({ ...rest, account: account.trim().toLowerCase(), name: { zh: name.zh.trim(), en: name.en.trim() } })
