/** As the contract has it. */
export const MOST_QUERY = 60

/** Blanks, and what cannot be seen: control and direction characters. */
const UNSEEN = /[\s\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g
/** Half of a character, as a field cut short leaves it: no address can hold it. */
const HALF = /^[\ud800-\udfff]$/

/** What is asked of a typed text: without what cannot be seen, blanks as one, not too long. Empty when nothing is to be asked. */
export const queryOf = (typed: string): string => {
  const letters = Array.from(typed.replace(UNSEEN, ' ').trim()).filter((letter) => !HALF.test(letter))
  let text = ''
  for (const letter of letters) if (text.length + letter.length <= MOST_QUERY) text += letter
  return text.trim()
}
