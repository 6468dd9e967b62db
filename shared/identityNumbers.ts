// No zod here: the phone tells a slip of the finger by the same checks as the server.

/** `yyyyMMdd` that stands in the calendar. */
export const isRealDay = (day: string): boolean => {
  if (!/^\d{8}$/.test(day)) return false
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6))]
  const found = new Date(Date.UTC(year, month - 1, date))
  return found.getUTCFullYear() === year && found.getUTCMonth() === month - 1 && found.getUTCDate() === date
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_CHECKS = '10X98765432'
/** Region, birth date, sequence, check. The old form of 15 digits has ended. */
export const ID_NUMBER = /^[1-9]\d{5}(18|19|20)\d{9}[\dX]$/

const weighed = (values: readonly number[], weights: readonly number[]): number => weights.reduce((sum, weight, i) => sum + weight * (values[i] ?? 0), 0)

/** The `yyyyMMdd` in an ID number. */
export const birthDayOf = (idNumber: string): string => idNumber.slice(6, 14)

/** GB 11643: form, a birth date that stands in the calendar, and the check. Whether it is past, only a clock can tell. */
export const isIdNumber = (text: string): boolean =>
  ID_NUMBER.test(text) && isRealDay(birthDayOf(text)) && ID_CHECKS[weighed(Array.from(text, Number), ID_WEIGHTS) % 11] === text[17]

/** Whole years on a day; both `yyyyMMdd`. Below zero for somebody not born yet. */
export const ageOn = (birthDay: string, day: string): number => Math.floor((Number(day) - Number(birthDay)) / 10_000)

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
/** Registry and kind, region, organisation, check. */
export const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/** GB 32100: form and check of a unified social credit code. */
export const isCreditCode = (text: string): boolean => {
  if (!CREDIT_CODE.test(text)) return false
  const sum = weighed(Array.from(text, (letter) => CREDIT_ALPHABET.indexOf(letter)), CREDIT_WEIGHTS)
  return CREDIT_ALPHABET[(31 - sum % 31) % 31] === text[17]
}

/** As people write them: without blanks, letters large, digits narrow. */
export const tidyNumber = (text: string): string =>
  text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/[\s-]/g, '').toUpperCase()
