import { searchItems } from '@shared/guides'
import fc from 'fast-check'
import { manyItems } from '../../../tests/support/manyItems'
import { announcedSeed, holds } from '../../../tests/support/property'
import { readConfig } from '../../config'
import { loadItems } from './config'
import { buildIndex, type SearchIndex } from './searching'
import { CatalogueService } from './service'
import { spokenOf } from './words'

const { ITEMS_FILE } = readConfig({ REDIS_URL: 'redis://localhost', APP_SECRET: 'x'.repeat(32) })
const own = loadItems(ITEMS_FILE)
const service = new CatalogueService(own, { find: () => undefined, halls: [] })
const found = async (query: string): Promise<string[]> => (await service.search(query, 10)).map(({ itemId }) => itemId)

describe('an item is found', () => {
  it.each([
    ['搬家', 'household-move-in'], ['孩子上学', 'primary-school-enrolment'], ['驾照', 'driving-licence-renewal'], ['公司注册', 'company-registration'],
    ['房产证', 'property-transfer'], ['低保', 'minimum-living'], ['退休金', 'pension-claim'],
    ['怎么给孩子报名上小学', 'primary-school-enrolment'], ['身份证丢了怎么办', 'identity-card-replacement'], ['我想开个奶茶店', 'food-licence'], ['搬家了，户口怎么办？', 'household-move-in'],
    ['居住征', 'residence-permit'], ['juzhuzheng', 'residence-permit'], ['sb', 'social-insurance-enrolment'], ['社宝', 'social-insurance-enrolment'], ['湿业金', 'unemployment-benefit'],
  ])('by everyday words: %s', async (query, itemId) => {
    expect((await found(query))[0]).toBe(itemId)
  })

  it.each([['gjjtq', 'fund-withdrawal-rent'], ['GJJ', 'fund-withdrawal-rent'], ['hkqr', 'household-move-in'], ['sfz', 'identity-card-replacement'], ['gongjijintiqu', 'fund-withdrawal-rent'],
    ['hu kou qian ru', 'household-move-in'], ['hukouq', 'household-move-in'], ['tuixiu', 'pension-claim'], ['lǚguǎn', null]])('by initials and pinyin: %s', async (query, itemId) => {
    if (itemId === null) expect(await found(query)).toEqual([])
    else expect(await found(query)).toContain(itemId)
  })

  it.each([['居住征', 'residence-permit'], ['户口迁如', 'household-move-in'], ['公鸡金提取', 'fund-withdrawal-rent'], ['劳动能力监定', 'labour-ability-recheck'], ['不动产等级', 'property-transfer'], ['戶口遷入', 'household-move-in']])(
    'in spite of a wrong character: %s', async (query, itemId) => { expect(await found(query)).toContain(itemId) })

  it.each([['居证办理', 'residence-permit'], ['公积提取', 'fund-withdrawal-rent'], ['道运输证', 'road-transport-permit'], ['户口口迁入', 'household-move-in'], ['小入学', 'primary-school-enrolment']])(
    'in spite of a missing or a needless one: %s', async (query, itemId) => { expect(await found(query)).toContain(itemId) })

  it.each([['passport', 'passport'], ['residence permit', 'residence-permit'], ['primary scool', 'primary-school-enrolment'], ['housing fund withdrawl', 'fund-withdrawal-rent'], ['Pension', 'pension-claim']])(
    'in English: %s', async (query, itemId) => { expect(await found(query)).toContain(itemId) })

  it('with the everyday word that led to it, and without when its name says so', async () => {
    expect((await service.search('搬家', 1))[0]).toMatchObject({ name: { zh: '户口迁入' }, matched: '搬家' })
    expect((await service.search('户口迁入', 1))[0]).toMatchObject({ matched: null })
  })

  it('not among what has little to do with it', async () => {
    expect((await service.search('户口迁入', 50)).length).toBeLessThan(8)
    expect(await found('航天飞机')).toEqual([])
  })
})

describe('by initials alone', () => {
  it('gjj is the withdrawal of the housing fund first', async () => {
    expect((await found('gjj')).slice(0, 2).sort()).toEqual(['fund-withdrawal-purchase', 'fund-withdrawal-rent'])
  })
})

describe('whatever is asked', () => {
  it.each(['。。。', '😀🎉', '\u0000\u0007', '.*+?^${}()|[]\\', '   ', '', '\ud800', '👨‍👩‍👧', '—— ！？', '\u202e', '़'])('%j finds nothing', async (query) => {
    expect(await found(query)).toEqual([])
  })

  it.each(['__proto__', 'constructor', 'toString', '(居住证', '居住证*', '居住证\u0000', '办'.repeat(60), 'a'.repeat(60), 'zhuangshuang'.repeat(5), '1', 'é'])('%j is answered', async (query) => {
    expect((await found(query)).length).toBeLessThanOrEqual(10)
  })

  it('is answered by the contract', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 40 }), fc.array(fc.constantFrom(...'户口迁入公积金提取办证gj zh?ü'), { maxLength: 60 }).map((letters) => letters.join('')))
    await holds(fc.asyncProperty(text, fc.integer({ min: 1, max: 50 }), async (query, limit) => {
      const items = await service.search(query, limit)
      expect(items.length).toBeLessThanOrEqual(limit)
      expect(new Set(items.map(({ itemId }) => itemId)).size).toBe(items.length)
      searchItems.output.parse({ items })
    }), 300)
  })

  it('too long or empty is refused by the contract', () => {
    for (const q of ['', '   ', '字'.repeat(61), 'x'.repeat(10_000)]) expect(searchItems.query?.safeParse({ q }).success).toBe(false)
    for (const limit of ['0', '51', 'x', '1.5']) expect(searchItems.query?.safeParse({ q: '证', limit }).success).toBe(false)
  })
})

describe('among 10,000 items', () => {
  const many = manyItems(10_000 - own.size)
  let index: SearchIndex
  let turns = 0
  beforeAll(async () => {
    const timer = setInterval(() => { turns += 1 }, 0)
    index = await buildIndex([...[...own.values()].map((item) => ({ ...item, withdrawn: null })), ...many], () => false)
    clearInterval(timer)
  }, 120_000)

  it('the popular ones are found all the same', () => {
    expect(index.search('搬家', 5)[0]).toBe('household-move-in')
    expect(index.search('孩子上学', 5)[0]).toBe('primary-school-enrolment')
    expect(index.search('gjj', 20).slice(0, 2).sort()).toEqual(['fund-withdrawal-purchase', 'fund-withdrawal-rent'])
    expect(index.search('居住征', 5)).toContain('residence-permit')
  })

  it('each is found by its name, its everyday word, its pinyin, and with a character missing', () => {
    const sample = fc.sample(fc.constantFrom(...many), { seed: announcedSeed(), numRuns: 60 })
    for (const { itemId, name, aliases: [alias = ''] } of sample) {
      expect(index.search(name.zh, 10)[0]).toBe(itemId)
      expect(index.search(alias, 10)[0]).toBe(itemId)
      expect(index.search(spokenOf(name.zh).syllables.join(''), 10)).toContain(itemId)
      const missing = `${name.zh.slice(0, 3)}${name.zh.slice(4)}`
      expect([missing, index.search(missing, 20).includes(itemId)]).toEqual([missing, true])
    }
  })

  it('the index was built between other work', () => {
    expect(turns).toBeGreaterThan(500)
  })
})
