import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { usualSettings } from '../../../bff/backends/upstream'
import { faultKinds, parseFault } from '../../../mock/faults'
import { typeFaults } from './editedTree'
import { edited, editedFiles, fences, moved, page, PAGE, prose, read, ROOT, spans } from './page'
import { asEdited, asItStands, systemsBy } from './registered'

const exists = (file: string): boolean => existsSync(path.join(ROOT, file))
const folders = readdirSync(ROOT, { withFileTypes: true }).filter((one) => one.isDirectory()).map((one) => one.name)
const isPath = (span: string): boolean => /^[\w.<>@-]+(\/[\w.<>@-]*)+$/.test(span) && folders.includes(span.split('/')[0] ?? '')
const paths = spans.filter(isPath)
/** `bff/backends/<system>/` stands for any that is there. */
const isThere = (file: string): boolean => {
  const [above, below] = file.split('<system>')
  return below === undefined ? exists(file) : readdirSync(path.join(ROOT, above ?? '')).some((system) => exists(`${above}${system}${below}`))
}
/** The cells of the rows of a table, by its heading. */
const table = (heading: string): readonly string[][] => {
  const [, after = ''] = page.split(`\n${heading}\n`)
  return (/^(\|.*\n)+/.exec(after)?.[0] ?? '').trim().split('\n').slice(1).map((row) => row.split(/ ?\| ?/).slice(1, -1))
}
const firstCells = (heading: string): string[] => table(heading).flatMap(([first = '']) => [...first.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span))

/** “`a` and `b` of `path`”. */
const homes = [...prose.matchAll(/((?:`\w+`(?:, | and ))*`\w+`)\s+of\s+`([\w./-]+)`/g)]
  .flatMap(([, names = '', file = '']) => [...names.matchAll(/\w+/g)].filter(([name]) => name !== 'and').map(([name]): [string, string] => [name, file]))

describe('the page on adding a backend', () => {
  it('is read whole: as many blocks as are begun, each with what it is', () => {
    expect(page.match(/^```\w/gm)).toHaveLength(fences.length)
    expect(fences.filter(({ language, file }) => file === null && language !== 'sh')).toEqual([])
    expect(fences.filter(({ language }) => language === 'ts').length).toBeGreaterThan(6)
  })

  const passages = fences.flatMap(({ language, file, code }) => (file === null || language === 'diff' ? [] : [{ file, code, begin: code.trim().split('\n')[0]?.slice(0, 60) }]))
  it.each(passages)('shows of $file what stands there: $begin …', ({ file, code }) => {
    expect(`\n${read(file)}`).toContain(`\n${code}\n`)
  })

  it('names files and folders that are there', () => {
    expect(paths.length).toBeGreaterThan(25)
    expect(paths.filter((file) => !isThere(file))).toEqual([])
    const links = [...prose.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => path.join(path.dirname(PAGE), link))
    expect(links.filter((file) => !exists(file))).toEqual([])
    expect(fences.flatMap(({ file }) => (file !== null && !exists(file) ? [file] : []))).toEqual([])
  })

  it('says of names where they are exported, and they are', () => {
    expect(homes.map(([name]) => name)).toEqual(expect.arrayContaining(['CaseSource', 'QueuePort', 'BookPort', 'caseSourceSuite', 'describeQueuePort', 'describeQueueFaults', 'describeBookPort', 'describeBookFaults', 'createUpstream']))
    const isExported = ([name, file]: readonly [string, string]): boolean => new RegExp(`^export (const|interface|type|class) ${name}\\b|^export \\{[^}]*\\b${name}\\b`, 'm').test(read(file))
    expect(homes.filter((home) => !isExported(home))).toEqual([])
  })

  it('uses no name that none of its files knows', () => {
    const known = [...paths.filter((file) => /\.(ts|cjs)$/.test(file) && !file.includes('<')), 'bff/backends/systems.ts', 'bff/config.ts', 'mock/faults.ts', 'bff/platform/metrics.ts'].map(read).join('\n')
    const names = spans.filter((span) => /^([a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*|[A-Z]+_[A-Z_]+|[a-z]+_[a-z_]+)$/.test(span))
    expect(names.length).toBeGreaterThan(40)
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(known))).toEqual([])
  })

  it('explains each fault of the simulators, each outcome of a call, and quotes the log as it is', () => {
    expect(firstCells('| Fault | What your adapter sees |')).toEqual([...faultKinds])
    const outcomes = [...read('bff/backends/call.ts').matchAll(/readonly kind: '(\w+)'/g)].map(([, kind]) => kind)
    expect(firstCells('| Outcome | Means | Then |')).toEqual(outcomes)
    const lines = firstCells('| Line | Means |')
    expect(lines).toHaveLength(4)
    expect(lines.filter((line) => !read('bff/backends/upstream.ts').includes(`'${line}'`))).toEqual([])
    const metrics = firstCells('| Metric | |')
    expect([...read('bff/platform/metrics.ts').matchAll(/name: '(upstream_\w+)'/g)].map(([, name]) => name)).toEqual(metrics)
  })

  it('breaks the example’s system by a fault that is one', () => {
    const [shell] = fences.filter(({ language }) => language === 'sh')
    const [, asked = ''] = /-d '(.+)'/.exec(shell?.code ?? '') ?? []
    expect(parseFault(JSON.parse(asked))).toMatchObject({ system: 'forestry', kind: 'hang' })
  })
})

describe('the edits on the page', () => {
  it('fit the tree and are not made there yet', () => {
    expect(editedFiles).toEqual(['mock/simulators.ts', 'bff/backends/systems.ts', 'bff/wiringCases.ts', 'config/systems.json'])
    for (const file of editedFiles) {
      expect(read(file)).not.toMatch(/forestry/i)
      expect(edited(file)).toMatch(/forestry/i)
    }
  })

  it('configure a system that is taken once its adapter is named, and for nothing else refused before', () => {
    const keys = new Map([['forestry', 'theirs'], ['*', 'demo-key']])
    expect(() => systemsBy(asItStands, 'http://base', keys)).toThrow(/^The outside systems are not configured right:\n {2}systems\.json: 0\.adapter: .*$/)
    expect(systemsBy(asEdited, 'http://base', keys).get('forestry')).toMatchObject({ adapter: 'forestry', url: 'http://base/forestry', key: 'theirs', departments: ['11990000DEPT00009B'] })
  })

  it('show every field an entry may have, and the page explains each with its default', () => {
    const [, schema = ''] = /z\.strictObject\(\{\n([\s\S]*?)\n\}\)/.exec(read('bff/backends/systems.ts')) ?? []
    const fields = [...schema.matchAll(/^ {2}(\w+):/gm)].map(([, field = '']) => field)
    expect(fields.length).toBeGreaterThan(10)
    expect(Object.keys((JSON.parse(edited('config/systems.json')) as object[])[0] ?? {}).sort()).toEqual([...fields].sort())
    const rows = table('| Field | Meaning | Default |')
    expect(firstCells('| Field | Meaning | Default |')).toEqual(fields)
    expect(rows.filter(([, meaning = '']) => meaning.length < 10)).toEqual([])
    const defaults = Object.fromEntries(rows.flatMap(([field = '', , given = '']) => (/^\d+$/.test(given) ? [[field.replaceAll('`', ''), Number(given)]] : [])))
    expect(defaults).toEqual(usualSettings)
  })

  it('give, with the example in its place, a tree that type-checks and keeps to the import rules', async () => {
    const files = { ...Object.fromEntries(editedFiles.filter((file) => file.endsWith('.ts')).map((file) => [file, edited(file)])), ...Object.fromEntries(Object.entries(moved).map(([file, text]) => [file, text()])) }
    expect(typeFaults(files)).toEqual([])
    const imports = (file: string): string[] => [...(moved[file]?.() ?? '').matchAll(/ from '(.+)'$/gm)].map(([, from = '']) => from)
    expect(imports('bff/backends/forestry/forestry.ts').filter((from) => !/^(zod|@shared\/\w+|\.\.\/\w+|\.\.\/\.\.\/(platform\/\w+|capabilities\/\w+\/(port|errors)))$/.test(from))).toEqual([])
    expect(imports('mock/forestry/handlers.ts').filter((from) => !/^(zod|msw|\.\.\/(?!\.\.)[\w/]+)$/.test(from))).toEqual([])
  }, 120_000)
})
