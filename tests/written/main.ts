import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { linesWithNumbers } from './numbers'

/** Looks through everything that the servers and the tests of a run wrote. Ends with 1 when an ID number stands in it, or nothing was written. */
const folder = process.argv[2] ?? ''
const files = readdirSync(folder)
const faults = files.flatMap((file) => linesWithNumbers(readFileSync(path.join(folder, file), 'utf8')).map((line) => `${file}, line ${line}: an ID number was written`))
const lines = files.reduce((sum, file) => sum + readFileSync(path.join(folder, file), 'utf8').split('\n').length, 0)
process.stdout.write(faults.length > 0 ? `${faults.join('\n')}\n` : `${lines} lines in ${files.length} files\n`)
process.exitCode = faults.length > 0 || files.length === 0 ? 1 : 0
