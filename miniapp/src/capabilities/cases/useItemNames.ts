import { useLanguage, useLocalText } from '@/i18n'
import { useRemote } from '@/platform'
import { listItems } from './api'

interface Named { readonly itemId: string | null; readonly itemName: string }

/** What a case is about, in the language now chosen: the systems name it in Chinese only, its guide in both. */
export const useItemNames = (): ((one: Named) => string) => {
  const language = useLanguage()
  const local = useLocalText()
  const { data } = useRemote('case-items', listItems, { skip: language === 'zh' })
  return ({ itemId, itemName }) => {
    const known = language === 'zh' ? undefined : data?.find((item) => item.itemId === itemId)
    return known ? local(known.name) : itemName
  }
}
