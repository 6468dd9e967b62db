import type { PageParams, SubPage } from '@/platform/navigate'

/** A page's parameters: of `needs` one must be given, where there are any. */
interface Address { readonly needs: readonly string[]; readonly takes?: readonly string[] }
const alone: Address = { needs: [] }

/** The pages a message may lead to. */
const pages: Partial<Record<SubPage, Address>> = {
  ticket: { needs: ['id'] }, rate: { needs: ['id', 'case'], takes: ['person'] }, rating: { needs: ['id'] }, ratings: alone,
  appointment: { needs: ['id'] }, appointments: alone, waiting: alone, book: alone,
  case: { needs: ['no', 'ticket'], takes: ['person'] }, cases: alone, hall: { needs: ['hall'] }, take: { needs: ['hall'], takes: ['item'] },
}
const isPage = (name: string): name is SubPage => Object.prototype.hasOwnProperty.call(pages, name)

const decode = (text: string): string => { try { return decodeURIComponent(text) } catch { return '' } }

/** Where a message leads, e.g. `ticket?id=…`; null when nowhere, or to a page this build does not know. */
export const leadsTo = (page: string | null): { readonly page: SubPage; readonly params: PageParams } | null => {
  const [, name = '', query = ''] = /^([a-z-]+)(?:\?(.*))?$/.exec(page ?? '') ?? []
  if (!isPage(name)) return null
  const { needs, takes = [] } = pages[name] ?? alone
  const pairs = query.split('&').map((pair) => pair.split('=')).map(([key = '', value = '']) => [key, decode(value)] as const)
  const params = Object.fromEntries(pairs.filter(([key, value]) => value !== '' && (needs.includes(key) || takes.includes(key))))
  return needs.length > 0 && !needs.some((key) => key in params) ? null : { page: name, params }
}
