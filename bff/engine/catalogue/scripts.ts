import path from 'node:path'
import { readScript, type Script } from '../script'

const folder = path.join(__dirname, 'lua')

export const catalogueScriptNames = ['keep'] as const
export const catalogueScripts = Object.fromEntries(catalogueScriptNames.map((name) => [name, readScript(folder, name)])) as
  Record<(typeof catalogueScriptNames)[number], Script>
