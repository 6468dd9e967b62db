// @ts-check
// A program of its own, for Lighthouse is an ES module and keeps its state in the process. It is told in one word of JSON whom to
// ask and for what, and answers with one line of JSON.
import lighthouse from 'lighthouse'

/** @type {{ port: number, url: string, categories: string[], throttled: boolean }} */
const { port, url, categories, throttled } = JSON.parse(process.argv[2] ?? '{}')

const result = await lighthouse(url, {
  port, output: 'json', logLevel: 'error', onlyCategories: categories,
  // Who is signed in lies there. The browser is new, so there is nothing else to be removed.
  disableStorageReset: true,
  throttlingMethod: throttled ? 'simulate' : 'provided',
  // Our pages go on asking as long as they are open, so that the network is never silent.
  maxWaitForLoad: throttled ? 45_000 : 8_000,
})
if (!result) throw new Error('Lighthouse gave no result')
const { lhr } = result
if (lhr.runtimeError) throw new Error(lhr.runtimeError.message)
const faults = Object.values(lhr.categories).flatMap(({ id, auditRefs }) => auditRefs
  .map((ref) => ({ category: id, weight: ref.weight, audit: lhr.audits[ref.id] }))
  .filter(({ weight, audit }) => weight > 0 && audit?.score !== null && (audit?.score ?? 1) < 1)
  .map(({ category, audit }) => `${category}: ${audit?.title} ${JSON.stringify(audit?.details && 'items' in audit.details ? audit.details.items.slice(0, 3) : audit?.displayValue).slice(0, 600)}`))
const numbers = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'speed-index', 'cumulative-layout-shift']
process.stdout.write(`${JSON.stringify({
  address: lhr.finalDisplayedUrl,
  scores: Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)])),
  numbers: Object.fromEntries(numbers.flatMap((name) => (lhr.audits[name] ? [[name, lhr.audits[name].numericValue]] : []))),
  warnings: lhr.runWarnings, faults,
})}\n`)
process.exit(0)
