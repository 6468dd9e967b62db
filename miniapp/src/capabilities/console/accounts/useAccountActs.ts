import { useText } from '@/i18n'
import { accountTexts } from '@/i18n/consoleAccounts'
import { factorTexts } from '@/i18n/consoleFactor'
import type { ConsoleApi, NewAccount } from '../api'
import type { Acts } from '../useActs'

/** What an operator does to accounts. Whatever came of it, the list is asked for anew. Each gives whether it was done. */
export const useAccountActs = (api: ConsoleApi, acts: Acts, reload: () => void) => {
  const t = useText(accountTexts)
  const tf = useText(factorTexts)
  const perform = async (send: () => Promise<unknown>, done: string): Promise<boolean> => {
    const isDone = await acts.perform({ send, done: () => done })
    reload()
    return isDone
  }
  return {
    add: (account: NewAccount) => perform(() => api.addAccount(account), t('added', { account: account.account })),
    setPassword: (account: string, password: string) => perform(() => api.setPassword(account, password), t('passwordSet', { account })),
    unlock: (account: string) => perform(() => api.unlock(account), t('unlocked', { account })),
    resetFactor: (account: string) => perform(() => api.resetFactor(account), tf('wasReset', { account })),
    remove: (account: string) => perform(() => api.removeAccount(account), t('removed', { account })),
  }
}
