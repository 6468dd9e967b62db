import type { Act } from './allowed'

/** What a key does: an act at the window, or opening the desk form, the book, or the row that explains the keys. */
export type KeyAct = Act | 'desk' | 'book' | 'help'

/** The key shown on each button. P pauses and, pressed again, goes on. */
export const keyOf = {
  next: 'N', recall: 'R', start: 'S', finish: 'F', miss: 'M', transfer: 'T', open: 'O', pause: 'P', close: 'C', desk: 'D', book: 'B', help: '?',
} as const satisfies Record<KeyAct, string>

/** What each letter, in lower case, asks for. */
export type Keys<A extends string> = ReadonlyMap<string, A>
export const keysOf = <A extends string>(table: Readonly<Record<A, string>>): Keys<A> =>
  new Map((Object.entries(table) as [A, string][]).map(([act, key]) => [key.toLowerCase(), act]))

/** The part of a keyboard event that decides. */
export interface Press {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly repeat: boolean
}

/** The element that has the focus: only its kind matters. */
export interface Focus { readonly tagName: string; readonly isContentEditable?: boolean }

const FIELDS: readonly string[] = ['INPUT', 'TEXTAREA', 'SELECT']

/** True when letters belong to what is being written. */
export const isTyping = (focus: Focus | null): boolean =>
  focus !== null && (focus.isContentEditable === true || FIELDS.includes(focus.tagName.toUpperCase()))

/** A Chinese input method hides the letter behind `Process`; the place of the key still tells it. */
const letterOf = ({ key, code }: Press): string => (key === 'Process' ? code.replace(/^Key/, '') : key).toLowerCase()

/**
 * What a key press asks for; null when nothing: a field has the focus, a browser shortcut is meant,
 * or the key is only being held down (a held key must not call the whole line).
 */
export const actOfPress = <A extends string>(press: Press, focus: Focus | null, keys: Keys<A>): A | null => {
  if (press.ctrlKey || press.metaKey || press.altKey || press.repeat || isTyping(focus)) return null
  return keys.get(letterOf(press)) ?? null
}
