import type { StopKind, WirePart } from './record'
import { ended } from './stops'

// Each gives the part as it is afterwards, or null when it cannot be done now.

export const beginPart = (part: WirePart, at: string): WirePart | null =>
  (part.blzt === '10' ? { ...part, blzt: '30', hjdm: '03', kssj: at } : null)

/** @param jglx 1 agrees, 2 objects */
export const decidePart = (part: WirePart, at: string, jglx: '1' | '2', sm: string): WirePart | null =>
  (part.blzt === '30' ? { ...part, blzt: jglx === '1' ? '70' : '41', hjdm: '04', jssj: at, sm } : null)

export const stopPart = (part: WirePart, at: string, zdlx: StopKind, sm: string): WirePart | null =>
  (part.blzt === '30' ? { ...part, blzt: '32', zdjl: [...part.zdjl, { zdlx, kssj: at, jssj: '', sm }], sm } : null)

export const resumePart = (part: WirePart, at: string): WirePart | null =>
  (part.blzt === '32' ? { ...part, blzt: '30', zdjl: ended(part.zdjl, at) } : null)
