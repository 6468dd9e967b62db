import { inLine } from '@shared/ticketStates'
import path from 'node:path'
import { luaTable, readScript, type Script } from '../script'

const folder = path.join(__dirname, 'lua')
const rules = `local IN_LINE = ${luaTable(Object.fromEntries(inLine.map((state) => [state, true as const])))}`

export const messageScriptNames = ['write_message', 'begin_send', 'end_send', 'tell_permits', 'spend_permit', 'heads', 'move_cursor', 'lease'] as const
export const messageScripts = Object.fromEntries(messageScriptNames.map((name) => [name, readScript(folder, name, rules)])) as
  Record<(typeof messageScriptNames)[number], Script>
