import { appointmentMoves } from '@shared/appointmentStates'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { luaTable, readScript, type Script } from '../script'

const folder = path.join(__dirname, 'lua')

/** The table of legal moves as Lua, from the one the contract publishes. */
const rules = `local MOVES = { ${Object.entries(appointmentMoves).map(([move, table]) => `["${move}"] = ${luaTable(table)}`).join(', ')} }`
const prelude = readFileSync(path.join(folder, '_prelude.lua'), 'utf8')

export const bookScriptNames = [
  'hold', 'move', 'reschedule', 'read', 'set_ticket', 'free', 'set_slot', 'wait', 'unwait', 'read_waiting', 'day', 'close_day',
] as const
export const personScriptNames = ['person_reserve', 'person_absent'] as const
type ScriptName = (typeof bookScriptNames)[number] | (typeof personScriptNames)[number]

export const appointmentScripts = Object.fromEntries([
  ...bookScriptNames.map((name) => [name, readScript(folder, name, rules, prelude)]),
  ...personScriptNames.map((name) => [name, readScript(folder, name)]),
]) as Record<ScriptName, Script>
