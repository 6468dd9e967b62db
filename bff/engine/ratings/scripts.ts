import path from 'node:path'
import { readScript, type Script } from '../script'

const folder = path.join(__dirname, 'lua')

export const ratingScriptNames = ['submit'] as const
export const ratingScripts = Object.fromEntries(ratingScriptNames.map((name) => [name, readScript(folder, name)])) as
  Record<(typeof ratingScriptNames)[number], Script>
