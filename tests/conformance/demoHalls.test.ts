import path from 'node:path'
import { loadSystems } from '../../bff/backends/systems'
import { loadItems } from '../../bff/capabilities/catalogue/config'
import { loadHalls } from '../../bff/capabilities/halls/config'
import { hoursAt } from '../../bff/capabilities/halls/hours'
import { readConfig } from '../../bff/config'

const { HALLS_DIR, ITEMS_FILE, SYSTEMS_FILE, SYSTEMS_URL, SYSTEM_KEYS } = readConfig({ REDIS_URL: 'redis://localhost', APP_SECRET: 'x'.repeat(32) })
const items = loadItems(ITEMS_FILE)
const halls = loadHalls(HALLS_DIR, items, loadSystems(SYSTEMS_FILE, SYSTEMS_URL, SYSTEM_KEYS))
const verified = new Map([
  ['city', '天河区珠江新城华利路61号'], ['panyu', '番禺区亚运大道550号'], ['zengcheng', '增城区荔湖街景观大道北7号'],
])
const recalled = new Map([['tianhe', '天河区软件路13号'], ['huangpu', '黄埔区香雪三路3号']])

describe('the halls that come with the source', () => {
  test('are the city hall, eleven district halls, four town centres and the demo hall', () => {
    expect(path.isAbsolute(HALLS_DIR)).toBe(true)
    expect(halls.map(({ level }) => level).sort().join()).toBe(`${'city,'.repeat(2)}${'district,'.repeat(11)}town,town,town,town`)
    expect(new Set(halls.filter(({ level }) => level === 'district').map(({ district }) => district)).size).toBe(11)
  })

  test('name no address that was not given: the others say that they are demonstration data', () => {
    for (const { hallId, address, demo } of halls) {
      const known = verified.get(hallId) ?? recalled.get(hallId)
      if (known) expect(address.zh).toBe(known)
      else expect(address).toMatchObject({ zh: expect.stringContaining('演示数据') as string, en: expect.stringContaining('Demo data') as string })
      expect(demo).toBe(!verified.has(hallId))
    }
  })

  test('show both ways: one keeps its own queue system, one lets the city’s platform keep its appointments, the others have ours', () => {
    const kept = halls.flatMap(({ hallId, systems }) => (systems.queue || systems.book ? [[hallId, systems.queue ?? null, systems.book ?? null]] : []))
    expect(kept.sort()).toEqual([['nansha', null, 'city-booking'], ['town4', 'hall-queue', null]])
  })

  test('the demo hall is open at every hour of every day, and says so', () => {
    const demo = halls.find(({ hallId }) => hallId === 'demo')
    if (!demo) throw new Error('there is no demo hall')
    for (let hour = 0; hour < 24 * 8; hour += 1) expect(hoursAt(demo, 1_767_225_599_999 + hour * 3_600_000).open).toBe(true)
    expect(demo.name.zh).toBe('演示大厅（全天开放）')
    expect(demo.address.zh).toMatch(/演示数据.*全天/)
  })

  test('every hall takes up what could not be done elsewhere, and has a window that says so', () => {
    for (const { lines, windows } of halls) {
      const line = lines.find(({ itemIds }) => itemIds.includes('unresolved-matter'))
      const named = windows.find(({ name }) => name.zh.includes('“办不成事”反映'))
      expect(named?.lineIds).toContain(line?.lineId)
    }
  })

  test('every item can be done in some hall, or its guide says where else', () => {
    const done = new Set(halls.flatMap(({ lines }) => lines.flatMap(({ itemIds }) => itemIds)))
    expect(done.size).toBeGreaterThanOrEqual(34)
    expect([...items.values()].filter(({ itemId, place }) => !done.has(itemId) && place === null)).toEqual([])
  })
})
