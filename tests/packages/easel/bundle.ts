import { buildSync } from 'esbuild'
import path from 'node:path'

let bundled: string | undefined

/** The view's program as one script; made once in a process. */
export const viewProgram = (): string => {
  bundled ??= buildSync({ entryPoints: [path.join(__dirname, 'program.ts')], bundle: true, write: false, format: 'iife', target: 'es2022', minify: false, logLevel: 'silent' }).outputFiles[0]?.text
  if (bundled === undefined) throw new Error('the view program was not bundled')
  return bundled
}
