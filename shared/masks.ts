/** The only form in which a person's name is shown: the first character or letter and one star, whatever the length. 张三 → 张*, Maria → M*. */
export const maskName = (name: string): string => `${Array.from(name.trim())[0] ?? ''}*`

/** The first and the last character; the length is kept. */
export const maskNumber = (number: string): string => `${number.slice(0, 1)}${'*'.repeat(Math.max(0, number.length - 2))}${number.slice(-1)}`
