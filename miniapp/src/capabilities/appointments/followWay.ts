import { openPage } from '@/platform'
import type { Visit } from './api'
import type { BookWay } from './refusal'

/** Goes where a way on leads; false for those that stay on the page. `here`: its address, to come back to from signing in. */
export const followWay = (way: BookWay, { itemIds }: Visit, here: string): boolean => {
  switch (way) {
    case 'signIn': openPage('sign-in', { next: here }); return true
    case 'mine': openPage('appointments'); return true
    case 'waitSee': openPage('waiting'); return true
    case 'otherHall': openPage('book', { items: itemIds.join(',') }); return true
    case 'otherItem': openPage('book'); return true
    case 'retry': case 'otherTime': return false
  }
}
