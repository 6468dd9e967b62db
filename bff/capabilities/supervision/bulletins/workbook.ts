import type { Bulletin } from '@shared/bulletins'
import type { Indicators, Scoped } from '@shared/supervision'
import { ratingTags, type RatingTagCode } from '@shared/ratingTags'
import { dateTime } from '@shared/time'
import writeXlsxFile, { type Row, type SheetData } from 'write-excel-file/node'

/** What a spreadsheet would take for a formula when it is opened, or once it has been saved as text. */
const FORMULA = /^[=+\-@\t\r]/
/** A text that nothing takes for a formula. */
export const harmlessCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

type Value = string | number | null
const PERCENT = '0.0%'
const cell = (value: Value, format?: string): Row[number] => {
  if (value === null) return null
  return typeof value === 'number' ? { value, type: Number, ...(format && { format }) } : { value: harmlessCell(value), type: String }
}
const head = (...names: readonly string[]): Row => names.map((value) => ({ value, type: String, fontWeight: 'bold' }))

const columns = ['评价数', '好评率', '好评率下限（95%）', '好评率上限（95%）', '差评数', '差评率', '办件量', '评价率', '主动评价率', '默认评价', '差评整改率', '按期整改率', '回访满意率', '平均等候（分钟）', '超承诺等候（人次）', '样本不足']
const rowOf = (of: Indicators): Row => [
  cell(of.ratings), cell(of.goodRate, PERCENT), cell(of.goodBetween?.[0] ?? null, PERCENT), cell(of.goodBetween?.[1] ?? null, PERCENT), cell((of.levels[0] ?? 0) + (of.levels[1] ?? 0)), cell(of.badRate, PERCENT),
  cell(of.visits), cell(of.ratingRate, PERCENT), cell(of.activeRate, PERCENT), cell(of.byDefault), cell(of.rectifiedRate, PERCENT), cell(of.onTimeRate, PERCENT), cell(of.revisitRate, PERCENT),
  cell(of.waitMinutes), cell(of.overPromise), cell(of.few ? '是' : ''),
]
const table = (scoped: readonly Scoped[]): SheetData => [head('名称', ...columns), ...scoped.map(({ name, indicators }) => [cell(name.zh), ...rowOf(indicators)])]

/** A bulletin as an .xlsx workbook, in Chinese, as it is filed. */
export const workbookOf = async (bulletin: Bulletin): Promise<Buffer> => {
  const { kind, from, to, madeAt, city, before, ranking, districts, departments, movers, overdue, tags, minimum } = bulletin
  const title = `${{ daily: '日通报', weekly: '周通报', monthly: '月通报' }[kind]} ${from}${from === to ? '' : `—${to}`}`
  const sheets: { sheet: string; data: SheetData }[] = [
    { sheet: '概况', data: [[cell(title)], [cell(`生成时间 ${dateTime(madeAt)}；不足 ${minimum} 条评价的大厅不参与排名；默认评价不计入主动评价`)], head('', ...columns), [cell('本期'), ...rowOf(city)], [cell('上期'), ...rowOf(before)]] },
    { sheet: '大厅排名', data: [head('名次', '名称', ...columns), ...ranking.map(({ rank, name, indicators }): Row => [rank === null ? cell('不排名') : cell(rank), cell(name.zh), ...rowOf(indicators)])] },
    { sheet: '各区', data: table(districts) }, { sheet: '部门', data: table(departments) },
    { sheet: '升降', data: [head('名称', '上期好评率', '本期好评率', '变化'), ...movers.map(({ name, before: was, now }): Row => [cell(name.zh), cell(was, PERCENT), cell(now, PERCENT), cell(now - was, PERCENT)])] },
    {
      sheet: '逾期工单', data: [head('大厅', '窗口', '业务', '评价等级', '状态', '应办结', '逾期（工作日）', '包案'), ...overdue.map((order): Row => [
        cell(order.hallName.zh), cell(order.windowId ?? ''), cell(order.business), cell(order.level), cell(order.state), cell(order.dueAt === null ? '' : dateTime(order.dueAt)), cell(order.daysLeft === null ? null : -order.daysLeft), cell(order.leader?.zh ?? ''),
      ])],
    },
    { sheet: '差评原因', data: [head('原因', '次数'), ...tags.map(({ tag, count }): Row => [cell(ratingTags[tag as RatingTagCode].zh), cell(count)])] },
  ]
  return writeXlsxFile(sheets).toBuffer()
}
