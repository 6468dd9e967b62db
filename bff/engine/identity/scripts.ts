import path from 'node:path'
import { readScript, type Script } from '../script'

const folder = path.join(__dirname, 'lua')

export const identityScriptNames = ['touch_session', 'bind_account', 'join_account', 'release_person'] as const
export const identityScripts = Object.fromEntries(identityScriptNames.map((name) => [name, readScript(folder, name)])) as
  Record<(typeof identityScriptNames)[number], Script>
