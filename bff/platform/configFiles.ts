import { readFileSync } from 'node:fs'
import type { z } from 'zod'

/** One thing wrong in a configuration file: where it stands, and what to do about it. */
export interface ConfigFault { readonly file: string; readonly path: string; readonly problem: string }

/** Every fault of every file in one error, so that an operator mends them in one go. */
export class ConfigFaults extends Error {
  constructor(what: string, readonly faults: readonly ConfigFault[]) {
    super(`${what}:\n${faults.map(({ file, path, problem }) => `  ${file}: ${path ? `${path}: ` : ''}${problem}`).join('\n')}`)
    this.name = 'ConfigFaults'
  }
}

/** The JSON in a file, or why it cannot be had. */
export const readJson = (path: string): { readonly value: unknown } | { readonly problem: string } => {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    return { problem: `cannot be read (${error instanceof Error ? error.message : String(error)})` }
  }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    return { problem: `is not JSON (${error instanceof Error ? error.message : String(error)})` }
  }
}

export const schemaFaults = (file: string, error: z.ZodError): ConfigFault[] =>
  error.issues.map((issue) => ({ file, path: issue.path.map(String).join('.'), problem: issue.message }))
