// @ts-check
import { checkImports } from './importRules.mjs'

const { modules, faults } = await checkImports()
for (const { rule, from, to } of faults) console.log(`${rule}: ${from}${to && ` → ${to}`}`)
console.log(`${modules} modules seen, ${faults.length} imports against the rules`)
process.exitCode = faults.length > 0 ? 1 : 0
