import { existsSync } from 'node:fs'
import path from 'node:path'

const LongFirst = jest.requireActual<{ readonly LONG: readonly string[]; new (options: object): { sort: (tests: readonly object[]) => { readonly path: string }[] } }>('./longFirst.cjs')

test('begins what takes long first, in the order of its list, and leaves the others in jest’s own', () => {
  const named = (name: string) => ({ path: `/clone${name}`, context: { config: { id: 'none', cacheDirectory: '/nowhere', name: '' }, hasteFS: { getSize: () => name.length } } })
  const sorted = new LongFirst({ globalConfig: {} }).sort(['/a.test.ts', LongFirst.LONG[1]!, '/a/longer.test.ts', LongFirst.LONG[0]!].map(named))
  expect(sorted.map(({ path: one }) => one)).toEqual([`/clone${LongFirst.LONG[0]}`, `/clone${LongFirst.LONG[1]}`, '/clone/a/longer.test.ts', '/clone/a.test.ts'])
})

test('every file that it names is there', () => {
  expect(LongFirst.LONG.filter((name) => !existsSync(path.join(__dirname, '../..', name)))).toEqual([])
})
