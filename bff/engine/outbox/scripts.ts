import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readScript, type Script } from '../script'

const folder = path.join(__dirname, 'lua')

/** For scripts of other engines: `append(outbox, subject)`. */
export const appendToOutbox = readFileSync(path.join(folder, '_append.lua'), 'utf8')

export const outboxScriptNames = ['take', 'done', 'park', 'release'] as const
export const outboxScripts = Object.fromEntries(outboxScriptNames.map((name) => [name, readScript(folder, name, appendToOutbox)])) as
  Record<(typeof outboxScriptNames)[number], Script>
