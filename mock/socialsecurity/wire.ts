import { stepOf, type Dossier, type Procedure, type Standing, type Step, type Way } from '../dossiers/dossier'
import type { Change } from '../dossiers/journal'
import { departments } from '../world/departments'
import { element } from './xml'

const OFFSET_MS = 8 * 3_600_000
/** `yyyyMMddHHmmss` in China. */
export const stampAt = (at: number): string => new Date(at + OFFSET_MS).toISOString().slice(0, 19).replace(/[-:T]/g, '')
const dayAt = (at: number | null): string => (at === null ? '' : stampAt(at).slice(0, 8))

const STANDINGS: Readonly<Record<Standing, string>> = {
  applied: '待受理', examining: '审核中', supplement: '待补正', special: '特别程序', granted: '准予', ready: '待领取', delivered: '已送达', refused: '不予', withdrawn: '已撤回',
}
const STEPS: Readonly<Record<Step, string>> = { apply: '申请', accept: '受理', examine: '审查', decide: '决定', issue: '制证', deliver: '送达' }
const PROCEDURES: Readonly<Record<Procedure, string>> = { supplement: '补正', hearing: '听证', inspection: '现场核查', testing: '检验检测', experts: '专家评审', other: '其他' }
const WAYS: Readonly<Record<Way, readonly [name: string, place: string, note: string]>> = {
  window: ['窗口', '社会保险服务窗口', '请带社会保障卡'], post: ['邮寄', '', '按申请时填写的地址寄出'], locker: ['自助柜', '二十四小时自助取件柜', ''], electronic: ['电子', '', '电子社会保障卡内查看'],
}
const KINDS: Readonly<Record<Change['kind'], string>> = {
  accepted: '受理', supplement: '补正', stopped: '中止', resumed: '恢复', decided: '决定', issued: '制证', delivered: '送达', other: '其他',
}
const { creditCode, name } = departments.socialsecurity

const stepElement = ({ step, at, note }: Dossier['done'][number]): string =>
  element('gc', [element('hj', STEPS[step]), element('aae036', stampAt(at)), element('aae011', name), element('aae013', note)])
const stopElement = ({ procedure, from, until, note }: Dossier['stops'][number]): string =>
  element('tz', [element('yy', PROCEDURES[procedure]), element('aae030', dayAt(from)), element('aae031', dayAt(until)), element('aae013', note)])

const askedElement = ({ asked, standing }: Dossier): string => element('bz', asked && standing === 'supplement'
  ? [element('jzrq', dayAt(asked.until)), ...asked.things.map((thing) => element('cl', [element('mc', thing.name), element('aae013', thing.note)]))] : [])

const decisionElement = ({ decision, item }: Dossier): string => element('jg', decision ? [
  element('jl', decision.granted ? '准予' : '不予'), element('jdrq', dayAt(decision.at)), element('wsmc', decision.granted ? `${item.name}核定表` : '不予批准决定书'),
  element('ly', decision.reason), element('lqrq', dayAt(decision.collectedAt)),
  ...decision.ways.map((way) => element('lq', [element('fs', WAYS[way][0]), element('dd', WAYS[way][1]), element('aae013', WAYS[way][2])])),
] : [])

/** A case as it goes over the wire; see README.md for the names. */
export const caseElement = (one: Dossier): string => element('bj', [
  element('bjbh', one.caseNo), element('lx', one.isPart ? '协办' : '主办'), element('sxmc', one.item.name),
  ...(one.holder.kind === 'person' ? [element('aac003', one.holder.name)] : [element('aab004', one.holder.name), element('aab998', one.holder.creditCode)]),
  element('jgdm', creditCode), element('jgmc', name), element('zt', STANDINGS[one.standing]), element('hj', STEPS[stepOf(one)]),
  element('slrq', dayAt(one.acceptedAt)), element('cnts', String(one.item.promisedDays)), element('fdts', String(one.item.statutoryDays)),
  element('gclb', one.done.map(stepElement)), element('tzlb', one.stops.map(stopElement)), askedElement(one), decisionElement(one),
])

export const changeElement = ({ serial, at, caseNo, kind }: Change): string =>
  element('bd', [element('xh', String(serial)), element('bjbh', caseNo), element('bdlx', KINDS[kind]), element('aae036', stampAt(at))])
