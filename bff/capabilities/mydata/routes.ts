import type { Handlers } from '../../http/call'
import type { MyDataService } from './service'

/** @param familyOf all accounts of the person behind one, as they are now */
export const myDataRoutes = (myData: MyDataService, familyOf: (account: string) => Promise<readonly string[]>): Handlers<'exportMyData' | 'deleteMyData'> => ({
  exportMyData: (_, { citizen }) => myData.show(citizen.accounts),
  deleteMyData: async (_, { citizen: { account } }) => myData.erase({ account, accounts: await familyOf(account) }),
})
