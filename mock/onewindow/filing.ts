import { departments } from '../world/departments'
import type { DemoItem } from '../world/items'
import { dayAt, stampAt } from './stamps'
import type { Holder, WireCase } from './record'

/** What may be filed: an item of the demo city, or any other of its departments. */
export type FiledItem = Pick<DemoItem, 'code' | 'name' | 'department' | 'promisedDays' | 'statutoryDays'>
export interface Filing { readonly item: FiledItem; readonly holder: Holder; readonly queueNo: string }

/** A case that was applied for and waits for acceptance. @param serial the number of the day, 1 to 9999 */
export const filedCase = ({ item, holder, queueNo }: Filing, serial: number, now: number): WireCase => {
  const { creditCode, name } = departments[item.department]
  return {
    bjbh: `${item.code}${dayAt(now)}${String(serial).padStart(4, '0')}`, sxbm: item.code, ywbm: `${item.code}01`, sxmc: item.name,
    sqrlx: holder.kind === 'person' ? '1' : '2', sqrxm: holder.name, tyxydm: holder.kind === 'person' ? '' : holder.creditCode,
    bmbm: creditCode, bmmc: name, blzt: '10', hjdm: '02', sqsj: stampAt(now), slsj: '', cnqx: item.promisedDays, fdqx: item.statutoryDays,
    gclb: [{ hjdm: '01', blsj: stampAt(now), bmmc: queueNo ? '综合窗口' : '网上申请', blyj: '已提交申请' }],
    zdjl: [], bzxx: null, jgxx: null, lhbl: [], queueNo,
  }
}
