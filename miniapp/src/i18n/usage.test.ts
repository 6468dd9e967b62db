import { readPhone, type Phone } from './testing/program'
import { straysIn } from './testing/strays'
import { readUsage, type Usage } from './testing/usage'

let phone: Phone
let usage: Usage
beforeAll(() => {
  phone = readPhone()
  usage = readUsage(phone)
}, 120_000)

test('the catalogue is really seen', () => {
  expect(phone.files.length).toBeGreaterThan(300)
  expect(usage.declared.size).toBeGreaterThan(500)
  expect(usage.declared).toContain('queue.ts: late'.replace('queue', 'i18n/queue'))
})

test('no text is asked for that is not there', () => { expect(usage.missing).toEqual([]) })

test('no text is kept that nothing says', () => { expect([...usage.declared].filter((key) => !usage.used.has(key))).toEqual([]) })

test('no words for people stand outside of the catalogue', () => { expect(straysIn(phone)).toEqual([]) })
