import type { Handlers } from '../../http/call'
import type { StaffService } from './service'

export const staffHandlers = (service: StaffService):
Handlers<'createStaffSession' | 'readStaffSession' | 'endStaffSession' | 'beginSecondFactor' | 'confirmSecondFactor' | 'endSecondFactor' | 'changeOwnPassword' |
'listStaff' | 'createStaff' | 'unlockStaff' | 'resetSecondFactor' | 'setStaffPassword' | 'removeStaff'> => ({
  createStaffSession: ({ body: { account, ...credentials } }) => service.signIn(account, credentials),

  readStaffSession: (_, { staff }) => service.read(staff.account),

  endStaffSession: async (_, { token }) => {
    await service.signOut(token)
    return { ended: true }
  },

  beginSecondFactor: ({ body }, { staff, token }) => service.beginFactor(token, staff.account, body),

  confirmSecondFactor: ({ body }, { staff, token }) => service.confirmFactor(token, staff.account, body.enrolmentId, body.otp),

  endSecondFactor: ({ body }, { staff, token }) => service.endFactor(token, staff.account, body),

  changeOwnPassword: ({ body }, { staff, token }) => service.changePassword(token, staff.account, body.password, body.newPassword),

  listStaff: async (_, { staff }) => ({ accounts: await service.list(staff) }),

  createStaff: ({ body }, { staff }) => service.create(staff, body),

  unlockStaff: ({ params }, { staff }) => service.unlock(staff, params.account),

  resetSecondFactor: ({ params }, { staff }) => service.resetFactor(staff, params.account),

  setStaffPassword: ({ params, body }, { staff }) => service.setPassword(staff, params.account, body.password),

  removeStaff: async ({ params }, { staff }) => {
    await service.remove(staff, params.account)
    return { removed: true }
  },
})
