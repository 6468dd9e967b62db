import { isBadRating, ratingLevels, ratingTags } from './ratingTags'
import { rateVisit } from './ratings'

/** The standard's list, as published: by level, those before `|` shown first. */
const standard: Readonly<Record<number, string>> = {
  5: '510 一窗受理一次办结, 511 可以先受理后补材料, 512 不用提交证明 | 513 可以全程网上办理, 514 可以使用手机办理, 515 可以就近办理, 516 无需材料直接办理, 517 服务热情效率高',
  4: '406 填写一张表单就可完成申报, 407 在线提交材料窗口核验, 408 一张清单告知全部申报材料 | 409 用告知承诺减免申报材料, 410 可以在线预约办理, 411 跑大厅一次办完, 412 可以使用自助机办理, 413 服务态度较好',
  3: '307 一次性告知需要补正的材料, 308 提供申报材料样本, 309 在承诺的时间内办结 | 310 办事指南指引准确, 311 按办事指南要求的材料即可办理, 312 可以快递送达, 313 跑动次数与承诺的一致, 314 服务态度一般',
  2: '207 没有提供材料样本, 208 没有提供材料清单, 209 未在承诺时间内办结 | 210 同样内容的证明材料被要求多次提交, 211 承诺网办但无法在线办理, 212 在线预约办理后到实体大厅重复取号排队, 213 窗口人员业务不熟练, 214 服务态度生硬',
  1: '108 在办事指南之外增加新的审批条件, 109 需提供办事指南之外的申报材料, 110 无理由超过法定办理时间 | 111 办事指南提供样本有错, 112 承诺在线收取申报材料实际无法收取, 113 多头跑窗口和部门, 114 跑动次数与承诺的不一致, 115 服务态度差效率低',
}
const tags = Object.entries(ratingTags)
const written = (list: typeof tags): string => list.map(([code, { zh }]) => `${code} ${zh}`).join(', ')

describe('the rating tags', () => {
  test.each([5, 4, 3, 2, 1])('are those of the standard at level %i, the same ones shown first', (level) => {
    const own = tags.filter(([, tag]) => tag.level === level)
    const [first, more] = [own.filter(([, tag]) => tag.first), own.filter(([, tag]) => !tag.first)]
    expect(`${written(first)} | ${written(more)}`).toBe(standard[level])
  })

  test('are forty, each with an English text of its own', () => {
    expect(tags).toHaveLength(40)
    expect(new Set(tags.map(([, tag]) => tag.en)).size).toBe(40)
    for (const [, { en }] of tags) expect(en).toMatch(/^[A-Z][\x20-\x7e’]+$/)
  })
})

describe('the levels', () => {
  test('are named as in the standard, best first', () => {
    expect(ratingLevels.map(({ level, zh }) => `${level} ${zh}`)).toEqual(['5 非常满意', '4 满意', '3 基本满意', '2 不满意', '1 非常不满意'])
  })

  test('1 and 2 are bad ratings', () => {
    expect([1, 2, 3, 4, 5].filter(isBadRating)).toEqual([1, 2])
  })
})

describe('what a rating may say', () => {
  const accepts = (body: unknown): boolean => rateVisit.body.safeParse(body).success

  test('every tag with its own level and with no other', () => {
    for (const [code, tag] of tags) for (const level of [1, 2, 3, 4, 5]) expect(accepts({ level, tags: [code] })).toBe(level === tag.level)
  })

  test('no tag twice, no level outside 1 to 5, no long text', () => {
    expect(accepts({ level: 5, tags: ['510', '510'] })).toBe(false)
    for (const level of [0, 6, 4.5, '5']) expect(accepts({ level })).toBe(false)
    expect(accepts({ level: 3, text: '好'.repeat(500) })).toBe(true)
    expect(accepts({ level: 3, text: '好'.repeat(501) })).toBe(false)
  })
})
