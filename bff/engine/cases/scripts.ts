import path from 'node:path'
import { readScript, type Script } from '../script'

const folder = path.join(__dirname, 'lua')

export const caseScriptNames = ['keep_copy', 'write_changes'] as const
export const caseScripts = Object.fromEntries(caseScriptNames.map((name) => [name, readScript(folder, name)])) as
  Record<(typeof caseScriptNames)[number], Script>
