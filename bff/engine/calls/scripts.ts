import path from 'node:path'
import { readScript, type Script } from '../script'

const folder = path.join(__dirname, 'lua')

export const callScriptNames = ['pending', 'append', 'read'] as const
export const callScripts = Object.fromEntries(callScriptNames.map((name) => [name, readScript(folder, name)])) as
  Record<(typeof callScriptNames)[number], Script>
