import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What a script's header names of KEYS or ARGV: `1 day  2 line  3… the windows`, a last one with … standing for all that follow. */
interface Named { readonly each: readonly number[]; readonly from: number }

const split = (source: string): { header: string[]; body: string } => {
  const lines = source.split('\n')
  const end = lines.findIndex((line) => !line.startsWith('--'))
  return { header: lines.slice(0, end), body: lines.slice(end).join('\n') }
}

/** The lines of a part of the header, `KEYS`, `ARGV` or `RETURNS`, with those that go on with it. */
const partOf = (header: readonly string[], part: string): string => {
  const begin = header.findIndex((line) => line.startsWith(`-- ${part} `))
  if (begin < 0) return ''
  const rest = header.slice(begin + 1).findIndex((line) => !line.startsWith('--  '))
  return header.slice(begin, rest < 0 ? undefined : begin + 1 + rest).map((line) => line.replace(`-- ${part} `, '--  ')).join('\n')
}

const namedIn = (header: readonly string[], part: string): Named => {
  const entries = [...partOf(header, part).matchAll(/(?:^--|\s) +(\d+)(…?) \S/gm)].map(([, n, open]) => ({ n: Number(n), open: open !== '' }))
  return { each: entries.filter(({ open }) => !open).map(({ n }) => n), from: entries.find(({ open }) => open)?.n ?? Infinity }
}

const usedIn = (body: string, part: string): number[] =>
  [...new Set([...body.matchAll(new RegExp(`${part}\\[(\\d+)\\]`, 'g'))].map(([, n]) => Number(n)))].sort((a, b) => a - b)

/** For a test file: the scripts in a folder, each with its header. What begins with `_` is put before others and is none. */
export const describeScripts = (folder: string, names: readonly string[]): void => {
  it('are all in the list', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.lua') && !file.startsWith('_'))
    expect(files.sort()).toEqual(names.map((name) => `${name}.lua`).sort())
  })

  describe.each(names)('%s.lua', (name) => {
    const { header, body } = split(readFileSync(path.join(folder, `${name}.lua`), 'utf8'))

    it('says in its header what it does and what it returns', () => {
      expect(header[0]).toMatch(/^-- \S/)
      expect(partOf(header, 'RETURNS')).not.toBe('')
    })

    it.each(['KEYS', 'ARGV'])('names in its header exactly the %s it uses', (part) => {
      const { each, from } = namedIn(header, part)
      expect(each).toEqual(each.map((_, i) => i + 1))
      expect(usedIn(body, part).filter((n) => n < from)).toEqual(each)
    })
  })
}
