const TIME = /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2}(~(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2})?$/
const DATE = /^\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2})?(~\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2})?)?$/

/** What each kind of a template's field takes, by what its key begins with. */
const kinds: Readonly<Record<string, RegExp>> = {
  thing: /^[\s\S]{1,20}$/, number: /^-?\d+(\.\d+)?$/, letter: /^[A-Za-z]{1,32}$/, symbol: /^[^\p{L}\p{N}\s]{1,5}$/u, character_string: /^[\x20-\x7e]{1,32}$/,
  time: TIME, date: DATE, phone_number: /^[\d+()*-]{1,17}$/, name: /^(\p{Script=Han}{1,10}|[A-Za-z\s.·]{1,20})$/u, phrase: /^\p{Script=Han}{1,5}$/u,
}
const MOST_DIGITS = 32

/** True when the value may stand in the field of that key, e.g. `thing1`. */
export const fitsField = (key: string, value: unknown): boolean => {
  const kind = key.replace(/\d+$/, '')
  return typeof value === 'string' && (kinds[kind]?.test(value) ?? false) && (kind !== 'number' || value.length <= MOST_DIGITS)
}
