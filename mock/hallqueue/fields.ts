import { Refusal } from './codes'

/** The fields of a command. Each reader refuses what is missing or in a wrong form, and names it. */
export interface Fields {
  /** A text in its form. */
  readonly text: (name: string, form: RegExp) => string
  /** The same, or empty when it is left out. */
  readonly optional: (name: string, form: RegExp) => string
  readonly whole: (name: string, least: number, most: number) => number
  /** `1` for yes, `0` or nothing for no. */
  readonly flag: (name: string) => boolean
  readonly list: (name: string) => readonly Fields[]
}

export const fieldsOf = (value: unknown): Fields => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal(1002, { field: '' })
  const given = value as Readonly<Record<string, unknown>>
  const faulty = (field: string) => new Refusal(1002, { field })
  const text = (name: string, form: RegExp): string => {
    const found = given[name]
    if (typeof found !== 'string' || !form.test(found)) throw faulty(name)
    return found
  }
  const optional = (name: string, form: RegExp): string => (given[name] === undefined || given[name] === '' ? '' : text(name, form))
  return {
    text, optional,
    whole: (name, least, most) => {
      const found = given[name]
      if (typeof found !== 'number' || !Number.isInteger(found) || found < least || found > most) throw faulty(name)
      return found
    },
    flag: (name) => optional(name, /^[01]$/) === '1',
    list: (name) => {
      const found = given[name]
      if (!Array.isArray(found)) throw faulty(name)
      return found.map(fieldsOf)
    },
  }
}
