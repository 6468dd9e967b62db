import path from 'node:path'
import { readScript, type Script } from '../script'

const folder = path.join(__dirname, 'lua')

export const personScriptNames = ['add_person', 'remove_person'] as const
export const personScripts = Object.fromEntries(personScriptNames.map((name) => [name, readScript(folder, name)])) as
  Record<(typeof personScriptNames)[number], Script>
