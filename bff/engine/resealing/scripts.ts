import path from 'node:path'
import { readScript, type Script } from '../script'

const folder = path.join(__dirname, 'lua')

export const resealingScriptNames = ['reseal'] as const
export const resealingScripts = Object.fromEntries(resealingScriptNames.map((name) => [name, readScript(folder, name)])) as
  Record<(typeof resealingScriptNames)[number], Script>
