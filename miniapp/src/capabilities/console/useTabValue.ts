import { useCallback, useState } from 'react'
import { readTab, writeTab } from '@/platform/web/tabStorage'

const valueIn = <T>(text: string | null, isValue: (value: unknown) => value is T): T | null => {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return isValue(value) ? value : null
  } catch { return null }
}

/** A value that survives a reload of this tab. `isValue` guards against what another build left. */
export const useTabValue = <T>(name: string, isValue: (value: unknown) => value is T): readonly [T | null, (value: T) => void] => {
  const [value, setValue] = useState(() => valueIn(readTab(name), isValue))
  const keep = useCallback((next: T) => {
    writeTab(name, JSON.stringify(next))
    setValue(next)
  }, [name])
  return [value, keep]
}
