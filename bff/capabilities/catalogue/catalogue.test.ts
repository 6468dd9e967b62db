import { listItems } from '@shared/catalogue'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { aHall } from '../../../tests/support/halls'
import { readConfig } from '../../config'
import type { Call } from '../../http/call'
import { ConfigFaults } from '../../platform/configFiles'
import { loadItems } from './config'
import { catalogueRoutes } from './routes'
import { CatalogueService } from './service'

const { ITEMS_FILE } = readConfig({ REDIS_URL: 'redis://localhost', APP_SECRET: 'x'.repeat(32) })
const items = loadItems(ITEMS_FILE)

describe('the items that come with the source', () => {
  test('are at least 60, each with a code, everyday words, conditions, what to bring and how long it takes', () => {
    expect(items.size).toBeGreaterThanOrEqual(60)
    for (const { materials, minutes, code, aliases, conditions } of items.values()) {
      expect(code).not.toBeNull()
      for (const list of [materials, aliases, conditions]) expect(list.length).toBeGreaterThan(0)
      expect(minutes).toBeGreaterThan(0)
    }
  })

  test('cover the popular subjects', () => {
    const names = [...items.values()].map(({ name }) => name.zh).join()
    const subjects = ['公积金提取', '居住证', '不动产', '社保参保', '道路运输证', '公租房', '户口迁入', '小学入学', '劳动能力复查鉴定申请', '“办不成事”反映']
    for (const subject of subjects) expect(names).toContain(subject)
  })
})

describe('a hall’s items', () => {
  const hall = aHall()
  const routes = catalogueRoutes(new CatalogueService(items, { find: (hallId) => (hallId === hall.hallId ? hall : undefined), halls: [hall] }))
  const list = (hallId: string) => routes.listItems({ params: { hallId }, query: undefined, body: undefined }, {} as Call)

  test('come in the order of its lines, each with its line, by the contract', async () => {
    const answer = await list('test')
    if (!('items' in answer)) throw new Error('the answer is serialized')
    expect(listItems.output.strict().parse(answer)).toEqual(answer)
    expect(answer.items.map(({ itemId, lineId }) => `${lineId} ${itemId}`)).toEqual(['A residence-permit', 'A unresolved-matter', 'B social-insurance-enrolment'])
  })

  test('are, with those of the other halls, what the city offers: what no hall does is not among them', async () => {
    const answer = await routes.listCityItems({ params: undefined, query: undefined, body: undefined }, {} as Call)
    if (!('items' in answer)) throw new Error('the answer is serialized')
    expect(answer.items.map(({ itemId }) => itemId).sort()).toEqual(['residence-permit', 'social-insurance-enrolment', 'unresolved-matter'])
  })

  test('are not found for a hall that is not there', async () => {
    await expect(list('nowhere')).rejects.toMatchObject({ code: 'HALL_NOT_FOUND' })
  })
})

describe('the loader', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'items-'))
  afterAll(() => rmSync(dir, { recursive: true }))
  const faultsOf = (content: string): string[] => {
    const file = path.join(dir, 'items.json')
    writeFileSync(file, content)
    try {
      loadItems(file)
    } catch (error) {
      if (error instanceof ConfigFaults) return error.faults.map((fault) => `${fault.file} ${fault.path}: ${fault.problem}`)
      throw error
    }
    return []
  }
  const item = { itemId: 'one', name: { zh: '一', en: 'One' }, summary: { zh: '一', en: 'One' }, minutes: 5, materials: [] }

  test('lists every fault at once', () => {
    const faults = faultsOf(JSON.stringify([item, { ...item, minutes: 0, cost: 3 }, { ...item, itemId: 'two', materials: [{ name: item.name }] }]))
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['items.json 1.minutes', 'items.json 1', 'items.json 2.materials.0.heldByCity', 'items.json 1.itemId'])
    expect(faults[3]).toMatch(/one is used by another item/)
  })

  test('refuses a code with a wrong check character, and one that two items have', () => {
    const code = '11990000DEPT00005Y3442009001000'
    expect(faultsOf(JSON.stringify([{ ...item, code: code.replace('5Y', '5A') }]))[0]).toMatch(/^items\.json 0\.code: is no implementation code/)
    expect(faultsOf(JSON.stringify([{ ...item, code }, { ...item, itemId: 'two', code }]))).toEqual([`items.json 1.code: ${code} is used by another item`])
  })

  test('says so when the file is missing, no JSON, or empty', () => {
    expect(faultsOf('[')[0]).toMatch(/is not JSON/)
    expect(faultsOf('[]')[0]).toMatch(/holds no item/)
    expect(() => loadItems(path.join(dir, 'nowhere.json'))).toThrow(/nowhere\.json: cannot be read/)
  })
})
