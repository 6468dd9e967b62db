import { isIdNumber } from '@shared/identityNumbers'

/** Stands alone: a case number holds eighteen digits in a row, too. */
const LOOKS_SO = /(?<![0-9A-Za-z])[1-9]\d{16}[0-9Xx](?![0-9A-Za-z])/g

/** The lines of a text in which somebody's ID number stands, by GB 11643; the demo citizens' are such numbers. */
export const linesWithNumbers = (text: string): number[] =>
  text.split('\n').flatMap((line, i) => ([...line.matchAll(LOOKS_SO)].some(([number]) => isIdNumber(number.toUpperCase())) ? [i + 1] : []))
