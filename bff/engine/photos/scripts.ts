import path from 'node:path'
import { readScript, type Script } from '../script'

const folder = path.join(__dirname, 'lua')

export const photoScriptNames = ['add_photo', 'attach_photo', 'expire_photo'] as const
export const photoScripts = Object.fromEntries(photoScriptNames.map((name) => [name, readScript(folder, name)])) as
  Record<(typeof photoScriptNames)[number], Script>
