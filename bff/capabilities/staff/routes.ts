import type { Handlers } from '../../http/call'
import type { StaffService } from './service'

export const staffHandlers = (service: StaffService):
Handlers<'createStaffSession' | 'readStaffSession' | 'endStaffSession' | 'listStaff' | 'createStaff' | 'unlockStaff'> => ({
  createStaffSession: ({ body }) => service.signIn(body.account, body.password),

  readStaffSession: (_, { staff }) => service.read(staff.account),

  endStaffSession: async (_, { token }) => {
    await service.signOut(token)
    return { ended: true }
  },

  listStaff: async (_, { staff }) => ({ accounts: await service.list(staff) }),

  createStaff: ({ body }, { staff }) => service.create(staff, body),

  unlockStaff: ({ params }, { staff }) => service.unlock(staff, params.account),
})
