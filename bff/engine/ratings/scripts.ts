import { endedOrders, orderSteps } from '@shared/orderStates'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { appendToOutbox } from '../outbox/scripts'
import { luaTable, readScript, type Script } from '../script'

const folder = path.join(__dirname, 'lua')

/** The table of legal steps as Lua, from the one the contract publishes. */
const rules = [
  `local STEPS = { ${Object.entries(orderSteps).map(([step, table]) => `["${step}"] = ${luaTable(table)}`).join(', ')} }`,
  `local ENDED = ${luaTable(Object.fromEntries(endedOrders.map((state) => [state, true as const])))}`,
].join('\n')
const prelude = readFileSync(path.join(folder, '_ratings.lua'), 'utf8')

export const ratingScriptNames = ['submit', 'change', 'remove', 'step', 'escalate', 'warn', 'seal'] as const
export const ratingScripts = Object.fromEntries(ratingScriptNames.map((name) => [name, readScript(folder, name, appendToOutbox, rules, prelude)])) as
  Record<(typeof ratingScriptNames)[number], Script>
