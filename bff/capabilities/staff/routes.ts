import type { Handlers } from '../../http/call'
import type { StaffService } from './service'

export const staffHandlers = (service: StaffService):
Handlers<'createStaffSession' | 'readStaffSession' | 'endStaffSession' | 'changeOwnPassword' |
'listStaff' | 'createStaff' | 'unlockStaff' | 'setStaffPassword' | 'removeStaff'> => ({
  createStaffSession: ({ body }) => service.signIn(body.account, body.password),

  readStaffSession: (_, { staff }) => service.read(staff.account),

  endStaffSession: async (_, { token }) => {
    await service.signOut(token)
    return { ended: true }
  },

  changeOwnPassword: ({ body }, { staff, token }) => service.changePassword(token, staff.account, body.password, body.newPassword),

  listStaff: async (_, { staff }) => ({ accounts: await service.list(staff) }),

  createStaff: ({ body }, { staff }) => service.create(staff, body),

  unlockStaff: ({ params }, { staff }) => service.unlock(staff, params.account),

  setStaffPassword: ({ params, body }, { staff }) => service.setPassword(staff, params.account, body.password),

  removeStaff: async ({ params }, { staff }) => {
    await service.remove(staff, params.account)
    return { removed: true }
  },
})
