import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { leaderOf, loadSupervision } from './config'

const shipped = path.resolve(__dirname, '../../../config/supervision.json')
const folder = mkdtempSync(path.join(tmpdir(), 'yichuang-supervision-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const load = (change: (value: Record<string, unknown>) => void) => {
  const value = JSON.parse(readFileSync(shipped, 'utf8')) as Record<string, unknown>
  change(value)
  const file = path.join(folder, 'supervision.json')
  writeFileSync(file, JSON.stringify(value))
  return () => loadSupervision(file, (hallId) => hallId === 'tianhe')
}

describe('the configuration of supervision', () => {
  it('as shipped is right, and names a leader for every district, the city’s where none is named', () => {
    const rules = loadSupervision(shipped, () => true)
    expect(leaderOf(rules, '440106')).toMatchObject({ zh: '演示分管领导（天河）' })
    expect(leaderOf(rules, '440199')).toEqual(rules.leaders['440100'])
  })

  it.each<[string, (value: Record<string, unknown>) => void, RegExp]>([
    ['has no leader for the city', (value) => { value.leaders = {} }, /leaders: must name one for 440100/],
    ['promises no time', (value) => { value.promisedMinutes = 0 }, /promisedMinutes/],
    ['promises for a hall there is not', (value) => { value.promisedMinutesOf = { nowhere: 20 } }, /promisedMinutesOf.nowhere: is no hall/],
    ['holds what nobody knows', (value) => { value.surprise = 1 }, /surprise/],
  ])('that %s is refused at the start', (_, change, told) => {
    expect(load(change)).toThrow(told)
  })
})
