import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { openWire } from '../support/wire'

/**
 * Somebody who looks at a page while a crowd wants something else: asks for the addresses given, each over a connection of
 * its own, twenty times a second. In a process of its own, so that the crowd's own work does not lengthen what it measures.
 * The words given are its port and the addresses. `/` begins anew; `/told` gives the milliseconds of each answer.
 */
const [, , port, ...addresses] = process.argv
let took: number[] = []

const look = async (address: string): Promise<never> => {
  const { origin, pathname } = new URL(address)
  const wire = openWire(origin)
  for (;;) {
    const began = performance.now()
    // A connection that was closed as it was used is opened again by the next question.
    const { status } = await wire.ask('GET', pathname, '').catch(() => ({ status: 0 }))
    if (status !== 200) process.stderr.write(`an answer had status ${status}\n`)
    took.push(performance.now() - began)
    await pause(50)
  }
}

createServer((request, answer) => {
  if (request.url === '/') took = []
  answer.setHeader('Content-Type', 'application/json')
  answer.end(JSON.stringify(took))
}).listen(Number(port), '127.0.0.1')
for (const address of addresses) void look(address)
