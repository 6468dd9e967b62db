import { inLine, moves } from '@shared/ticketStates'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { luaTable, readScript, type Script } from '../script'

const folder = path.join(__dirname, 'lua')

/** The table of legal moves as Lua, from the one the contract publishes. */
const rules = [
  `local MOVES = { ${Object.entries(moves).map(([move, table]) => `["${move}"] = ${luaTable(table)}`).join(', ')} }`,
  `local IN_LINE = ${luaTable(Object.fromEntries(inLine.map((state) => [state, true as const])))}`,
].join('\n')
const prelude = readFileSync(path.join(folder, '_prelude.lua'), 'utf8')

export const scriptNames = [
  'take', 'read', 'mine', 'call_next', 'move', 'return', 'defer', 'transfer', 'set_window', 'pause', 'board', 'visit', 'close_day',
] as const
export type ScriptName = (typeof scriptNames)[number]

export const queueScripts = Object.fromEntries(scriptNames.map((name) => [name, readScript(folder, name, rules, prelude)])) as Record<ScriptName, Script>
