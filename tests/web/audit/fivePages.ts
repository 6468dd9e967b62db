import type { Stack } from '../../support/stack'

export const NAMES = ['home', 'hall', 'ticket', 'book', 'rate'] as const
export interface AuditedPage { readonly name: (typeof NAMES)[number]; readonly path: string; readonly token: string }

/** The pages that matter most, each in the state in which people see it: a number that waits, a visit to be rated. */
export const fivePages = async (stack: Stack): Promise<AuditedPage[]> => {
  const clerk = await stack.people.staff('clerk', ['test'])
  await stack.openWindow(clerk, 'test', '1')
  const [served, waiting] = [await stack.people.citizen(1), await stack.people.citizen(2)]
  const visit = await stack.take(served, { hallId: 'test', lineId: 'A' })
  await stack.callNext(clerk, 'test', '1')
  for (const move of ['start', 'finish'] as const) await stack.move(clerk, visit.ticketId, { move })
  const { ticketId } = await stack.take(waiting, { hallId: 'test', lineId: 'A' })
  const paths: Record<AuditedPage['name'], string> = {
    home: '/', hall: '/pages/hall/index?hall=test', ticket: `/pages/ticket/index?id=${ticketId}`, book: '/pages/book/index?hall=test',
    rate: `/pages/rate/index?id=${visit.ticketId}`,
  }
  return NAMES.map((name) => ({ name, path: paths[name], token: (name === 'rate' ? served : waiting).token }))
}
