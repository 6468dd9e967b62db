import path from 'node:path'
import { appendToOutbox } from '../outbox/scripts'
import { readScript, type Script } from '../script'

const folder = path.join(__dirname, 'lua')

export const ratingScriptNames = ['submit'] as const
export const ratingScripts = Object.fromEntries(ratingScriptNames.map((name) => [name, readScript(folder, name, appendToOutbox)])) as
  Record<(typeof ratingScriptNames)[number], Script>
