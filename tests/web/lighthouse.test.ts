import { useStack } from '../support/stack'
import { audit } from './audit/audit'
import { fivePages, NAMES, type AuditedPage } from './audit/fivePages'

const stack = useStack()
let pages: readonly AuditedPage[]
beforeAll(async () => { pages = await fivePages(stack()) }, 60_000)

it.each(NAMES)('Lighthouse finds %s accessible without exception, and keeping to good practice', async (name) => {
  const { path, token } = pages.find((page) => page.name === name)!
  const { address, scores, faults } = await audit({ url: `${stack().url}${path}`, token, categories: ['accessibility', 'best-practices'] })
  expect(address).toContain(path.split('?')[0]?.replace(/^\/$/, '/pages/home/index'))
  expect({ accessibility: scores.accessibility, faults: faults.filter((fault) => fault.startsWith('accessibility')) }).toEqual({ accessibility: 100, faults: [] })
  expect({ enough: (scores['best-practices'] ?? 0) >= 95, faults }).toEqual({ enough: true, faults: expect.any(Array) })
}, 120_000)
