import { call } from '@/platform/api'

/** Enough to find oneself in, little enough to read. */
const SHOWN = 20

export const searchItems = (q: string) => call('searchItems', { query: { q, limit: SHOWN } })
export const readGuide = (itemId: string) => call('readGuide', { params: { itemId } })
