import { demoPeople } from './people'

export type Belonging = 'match' | 'mismatch' | 'unknown'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const FORM = /^[1-9]\d{5}(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/

/** GB 11643: form and check character. */
export const isIdentityNumber = (number: string): boolean =>
  FORM.test(number) && '10X98765432'[WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(number[i]), 0) % 11] === number[17]

/**
 * Whether a name and a number belong together, as far as the demo city's register knows: its own people by their names;
 * anybody else is believed, unless the name holds 不符 (they do not) or 查无 (not in the register).
 */
export const belonging = (name: string, number: string): Belonging => {
  const known = demoPeople.find(({ idNumber }) => idNumber === number)
  if (known) return known.name === name ? 'match' : 'mismatch'
  if (name.includes('查无')) return 'unknown'
  return name.includes('不符') ? 'mismatch' : 'match'
}
