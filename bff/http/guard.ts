import type { Endpoint } from '@shared/endpoint'
import { ContractError } from '@shared/errors'
import type { Context } from 'koa'
import type { Authenticators, CitizenCaller, StaffCaller } from './call'

export const bearerOf = (ctx: Context): string => {
  const header = ctx.get('Authorization')
  return header.startsWith('Bearer ') ? header.slice(7) : ''
}

const TOKEN = /^[A-Za-z0-9_-]{32,128}$/

/** Checks the caller against the endpoint's rule; gives who it is. */
export const identifyCaller = async (ctx: Context, endpoint: Endpoint, authenticators: Authenticators, hallId: string | undefined):
Promise<{ citizen?: CitizenCaller; staff?: StaffCaller }> => {
  const { caller } = endpoint
  if (caller === 'anyone') return {}
  if (caller === 'screen') {
    if (!authenticators.screen(hallId ?? '', ctx.get('X-Screen-Key'))) throw new ContractError('FORBIDDEN')
    return {}
  }
  const token = bearerOf(ctx)
  if (!TOKEN.test(token)) throw new ContractError('UNAUTHENTICATED')
  if (caller === 'citizen') {
    const citizen = await authenticators.citizen(token)
    if (!citizen) throw new ContractError('UNAUTHENTICATED')
    return { citizen }
  }
  const staff = await authenticators.staff(token)
  if (!staff) throw new ContractError('UNAUTHENTICATED')
  if (staff.enrolling && !endpoint.enrolling) throw new ContractError('SECOND_FACTOR_ENROL')
  if (!caller.includes(staff.role)) throw new ContractError('FORBIDDEN')
  if (hallId && staff.halls.length > 0 && !staff.halls.includes(hallId)) throw new ContractError('FORBIDDEN')
  return { staff }
}
