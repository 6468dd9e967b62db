import type { LocalText } from '@shared/endpoint'

export interface Chosen { readonly scope: string; readonly name: LocalText }
/** As the server allows. */
export const MOST_CHOSEN = 6

/** With one more, unless there are enough or it is there already. */
export const withOne = (chosen: readonly Chosen[], one: Chosen): readonly Chosen[] =>
  chosen.length >= MOST_CHOSEN || chosen.some(({ scope }) => scope === one.scope) ? chosen : [...chosen, { scope: one.scope, name: one.name }]
export const without = (chosen: readonly Chosen[], scope: string): readonly Chosen[] => chosen.filter((one) => one.scope !== scope)

const isName = (value: unknown): value is LocalText => typeof value === 'object' && value !== null && 'zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string'
const isOne = (value: unknown): value is Chosen => typeof value === 'object' && value !== null && 'scope' in value && 'name' in value && typeof value.scope === 'string' && isName(value.name)
/** Guards against what another build left in this tab. */
export const isChosen = (value: unknown): value is readonly Chosen[] => Array.isArray(value) && value.length <= MOST_CHOSEN && value.every(isOne)
