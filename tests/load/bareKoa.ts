import Koa from 'koa'
import { createServer } from 'node:http'
import { collectDefaultMetrics, Registry } from 'prom-client'

/**
 * What everything is compared with: Koa and a small JSON answer, nothing else. The words given are its port, and one more
 * port on which it tells what it has used, so that nothing of that stands in the way of the answers.
 */
const [, , port, usagePort] = process.argv
const app = new Koa()
app.use((ctx) => { ctx.body = { alive: true } })
app.listen(Number(port), '127.0.0.1')

const registry = new Registry()
collectDefaultMetrics({ register: registry })
createServer((_, answer) => { void registry.metrics().then((text) => answer.end(text)) }).listen(Number(usagePort), '127.0.0.1')
