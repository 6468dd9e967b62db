import { readFileSync } from 'node:fs'
import path from 'node:path'

export const ROOT = path.resolve(__dirname, '../../..')
export const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')

export const PAGE = 'docs/adding-a-backend.md'
export const page = read(PAGE)

/** A block of code on the page; `file` is what it says to be of. */
export interface Fence { readonly language: string; readonly file: string | null; readonly code: string }

export const fences: readonly Fence[] = [...page.matchAll(/^```(\w+)(?: title=(\S+))?\n([\s\S]*?)\n```$/gm)]
  .map(([, language = '', file = null, code = '']) => ({ language, file, code }))
/** The page without its blocks. */
export const prose = page.replace(/^```[\s\S]*?^```$/gm, '')
/** What stands in the prose as code. */
export const spans: readonly string[] = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)

/** A hunk of an edit: lines may begin in the middle of the first line and end in the middle of the last. */
const hunkOf = (code: string): { readonly before: string; readonly after: string } => {
  const lines = code.split('\n')
  const without = (sign: string): string => lines.filter((line) => !line.startsWith(sign)).map((line) => line.slice(1)).join('\n')
  return { before: without('+'), after: without('-') }
}

/** The files that the page edits. */
export const editedFiles: readonly string[] = [...new Set(fences.flatMap(({ language, file }) => (language === 'diff' && file ? [file] : [])))]

/** A file of the tree as the page's edits make it. Throws unless each edit fits one place. */
export const edited = (file: string): string => fences.filter((fence) => fence.language === 'diff' && fence.file === file).reduce((text, { code }) => {
  const { before, after } = hunkOf(code)
  if (text.split(before).length !== 2) throw new Error(`an edit on the page does not fit one place of ${file}: ${before}`)
  return text.replace(before, () => after)
}, read(file))

/** Where the example's files would stand, and as what. */
export const moved: Readonly<Record<string, () => string>> = {
  'bff/backends/forestry/forestry.ts': () => read('tests/conformance/walk/forestry.ts').replaceAll('../../../bff/backends/', '../').replaceAll('../../../bff/', '../../'),
  'mock/forestry/handlers.ts': () => read('tests/conformance/walk/forestrySimulator.ts').replaceAll('../../../mock/', '../'),
}
