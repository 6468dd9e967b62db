import { stepOf, type Dossier, type Procedure, type Standing, type Step, type Way } from '../dossiers/dossier'
import type { Change } from '../dossiers/journal'
import { departments } from '../world/departments'
import { caseItems } from '../world/items'

const STANDINGS: Readonly<Record<Standing, string>> = {
  applied: '01', examining: '02', supplement: '03', special: '04', granted: '05', ready: '06', delivered: '07', refused: '08', withdrawn: '09',
}
const STEPS: Readonly<Record<Step, string>> = { apply: '1', accept: '2', examine: '3', decide: '4', issue: '5', deliver: '6' }
const PROCEDURES: Readonly<Record<Procedure, string>> = { supplement: 'BZ', hearing: 'TZ', inspection: 'KC', testing: 'JC', experts: 'PS', other: 'QT' }
const WAYS: Readonly<Record<Way, { readonly fs: string; readonly dd: string; readonly sm: string }>> = {
  window: { fs: 'CK', dd: '住房保障服务窗口', sm: '请带身份证件' }, post: { fs: 'YJ', dd: '', sm: '按申请时填写的地址寄出' },
  locker: { fs: 'GZ', dd: '二十四小时自助取件柜', sm: '' }, electronic: { fs: 'DZ', dd: '', sm: '在线下载通知书' },
}
const KINDS: Readonly<Record<Change['kind'], string>> = {
  accepted: 'SL', supplement: 'BZ', stopped: 'GQ', resumed: 'HF', decided: 'JD', issued: 'ZZ', delivered: 'SD', other: 'QT',
}
/** Yuan a month, by item. */
const AMOUNTS: Readonly<Record<string, string>> = { [caseItems.rentSubsidy.name]: '1200.00' }
const { creditCode, name } = departments.housing

/** Seconds since the epoch. */
export const seconds = (at: number): number => Math.floor(at / 1000)
const secondsOrNull = (at: number | null): number | null => (at === null ? null : seconds(at))

/** A case as it goes over the wire; see README.md for the names. */
export const wireCase = (one: Dossier): object => ({
  slbh: one.caseNo, bjlx: one.isPart ? '2' : '1', sxmc: one.item.name,
  sqr: one.holder.kind === 'person' ? { lx: '01', mc: one.holder.name, xydm: null } : { lx: '02', mc: one.holder.name, xydm: one.holder.creditCode },
  bm: { dm: creditCode, mc: name }, blzt: STANDINGS[one.standing], hj: STEPS[stepOf(one)],
  slsj: secondsOrNull(one.acceptedAt), sx: { cn: String(one.item.promisedDays), fd: String(one.item.statutoryDays) },
  lc: one.done.map(({ step, at, note }) => ({ hj: STEPS[step], sj: seconds(at), yj: note })),
  gq: one.stops.map(({ procedure, from, until, note }) => ({ yy: PROCEDURES[procedure], kssj: seconds(from), jssj: secondsOrNull(until), sm: note })),
  bz: one.asked && one.standing === 'supplement' ? { qx: seconds(one.asked.until), qd: one.asked.things.map((thing) => ({ clmc: thing.name, yq: thing.note })) } : null,
  jd: one.decision && {
    jl: one.decision.granted ? 'Y' : 'N', sj: seconds(one.decision.at), ws: one.decision.granted ? `${one.item.name}结果通知书` : '不予批准决定书', ly: one.decision.reason,
    je: one.decision.granted ? AMOUNTS[one.item.name] ?? null : null, lq: one.decision.ways.map((way) => WAYS[way]), lqsj: secondsOrNull(one.decision.collectedAt),
  },
})

export const wireChange = ({ serial, at, caseNo, kind }: Change): object => ({ id: serial, sj: seconds(at), slbh: caseNo, lx: KINDS[kind] })
