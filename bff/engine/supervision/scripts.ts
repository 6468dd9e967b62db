import path from 'node:path'
import { readScript, type Script } from '../script'

const folder = path.join(__dirname, 'lua')

export const figureScriptNames = ['add', 'lease'] as const
export const figureScripts = Object.fromEntries(figureScriptNames.map((name) => [name, readScript(folder, name)])) as
  Record<(typeof figureScriptNames)[number], Script>
