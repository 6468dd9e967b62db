import type { Handlers } from '../../http/call'
import type { MyDataService } from './service'

export const myDataRoutes = (myData: MyDataService): Handlers<'exportMyData' | 'deleteMyData'> => ({
  exportMyData: (_, { citizen }) => myData.show(citizen.accounts),
  deleteMyData: (_, { citizen }) => myData.erase(citizen.accounts),
})
