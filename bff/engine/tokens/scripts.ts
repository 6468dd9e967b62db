import path from 'node:path'
import { readScript, type Script } from '../script'

const folder = path.join(__dirname, 'lua')

export const tokenScriptNames = ['settle_claim'] as const
export const tokenScripts = Object.fromEntries(tokenScriptNames.map((name) => [name, readScript(folder, name)])) as
  Record<(typeof tokenScriptNames)[number], Script>
