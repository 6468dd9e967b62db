import { useRef } from 'react'
import type { FoundItem } from '@shared/guides'
import { useRemote } from '@/platform'
import { useRested } from '@/ui'
import { searchItems } from './api'
import { queryOf } from './query'

/** Shorter than a pause between two words, longer than between two letters. */
const TYPING_RESTS_MS = 250

/** What was found, and for which words. */
export interface Found { readonly about: string; readonly items: readonly FoundItem[] }

/**
 * Finds items while a text is being typed. The answer to the latest words wins; until it comes, the one before stays and says
 * for which words it is.
 */
export const useSearch = (typed: string) => {
  const about = useRested(queryOf(typed), TYPING_RESTS_MS)
  const last = useRef<Found | null>(null)
  const remote = useRemote<Found>(`search/${about}`, async () => ({ about, items: (await searchItems(about)).items }), { skip: about === '' })
  if (remote.data) last.current = remote.data
  if (about === '') last.current = null
  return { ...remote, about, found: remote.data ?? last.current }
}
