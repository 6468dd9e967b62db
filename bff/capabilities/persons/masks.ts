/** The first character and one star, whatever the length. */
export const maskName = (name: string): string => `${Array.from(name)[0] ?? ''}*`

/** The first and the last character. */
export const maskNumber = (number: string): string => `${number.slice(0, 1)}${'*'.repeat(Math.max(0, number.length - 2))}${number.slice(-1)}`
