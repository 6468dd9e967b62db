import { beginPart, decidePart, resumePart, stopPart } from './parts'
import type { Failure, Status, Step, StopKind, WireCase, WirePart, WireWay } from './record'
import { ended } from './stops'

/** What a clerk or an examiner does with a case. */
export type Act = { readonly bmbm?: string | undefined } & (
  | { readonly cz: 'advance' | 'resume' | 'deliver' | 'withdraw' }
  | { readonly cz: 'supplement'; readonly bzcl: readonly { readonly clmc: string; readonly clsm: string }[]; readonly bzqx: string }
  | { readonly cz: 'stop'; readonly zdlx: Exclude<StopKind, '0'>; readonly sm: string }
  | { readonly cz: 'decide'; readonly jglx: '1' | '2'; readonly jdly: string }
  | { readonly cz: 'issue'; readonly lqfs: readonly WireWay['lqfs'][] })

/** 变更类型: 受理 补正 中止计时 恢复计时 决定 出证 送达 其他. */
export type ChangeKind = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '9'
export interface Acted { readonly wire: WireCase; readonly bglx: ChangeKind }

const notNow: Failure = { code: '2003', msg: '当前状态不能执行此操作' }
const done = (wire: WireCase, bglx: ChangeKind): Acted => ({ wire, bglx })
const stepped = (one: WireCase, hjdm: Step, blsj: string, blyj: string, bmmc = one.bmmc): WireCase['gclb'] => [...one.gclb, { hjdm, blsj, bmmc, blyj }]

const accept = (one: WireCase, at: string): Acted =>
  done({ ...one, blzt: '30', hjdm: '03', slsj: at, gclb: stepped(one, '02', at, '材料齐全，予以受理', '综合窗口') }, '1')

const supplement = (one: WireCase, at: string, { bzcl, bzqx }: Extract<Act, { cz: 'supplement' }>): Acted | Failure => {
  if (one.bzxx) return { code: '2004', msg: '补正内容只能一次性告知' }
  if (one.blzt !== '30' && one.blzt !== '10') return notNow
  return done({ ...one, blzt: '31', bzxx: { gzsj: at, bzqx, bqsj: '', bzcl }, zdjl: [...one.zdjl, { zdlx: '0', kssj: at, jssj: '', sm: '等待申请人补正材料' }] }, '2')
}

const stop = (one: WireCase, at: string, { zdlx, sm }: Extract<Act, { cz: 'stop' }>): Acted | Failure =>
  (one.blzt === '30' ? done({ ...one, blzt: '32', zdjl: [...one.zdjl, { zdlx, kssj: at, jssj: '', sm }] }, '3') : notNow)

const resume = (one: WireCase, at: string): Acted | Failure => {
  if (one.blzt !== '31' && one.blzt !== '32') return notNow
  const bzxx = one.blzt === '31' && one.bzxx ? { ...one.bzxx, bqsj: at } : one.bzxx
  return done({ ...one, blzt: one.slsj ? '30' : '10', bzxx, zdjl: ended(one.zdjl, at) }, '4')
}

const decide = (one: WireCase, at: string, { jglx, jdly }: Extract<Act, { cz: 'decide' }>): Acted | Failure => {
  if (one.blzt !== '30') return notNow
  if (one.lhbl.some(({ blzt }) => blzt !== '70' && blzt !== '41')) return { code: '2006', msg: '联办部门尚未全部办结' }
  const examined = one.hjdm === '03' ? { ...one, gclb: stepped(one, '03', at, '审查完毕') } : one
  const granted = jglx === '1'
  return done({
    ...examined, blzt: granted ? '40' : '41', hjdm: granted ? '05' : '04', gclb: stepped(examined, '04', at, granted ? '准予' : '不予批准'),
    jgxx: { jglx, jdsj: at, jgmc: granted ? `${one.sxmc}结果` : '不予批准决定书', jdly, lqfs: [], lqsj: '' },
  }, '5')
}

const wayOf = (lqfs: WireWay['lqfs'], { bmmc, queueNo }: WireCase): WireWay => {
  const hall = queueNo ? queueNo.slice(0, queueNo.indexOf('.')) : 'demo'
  switch (lqfs) {
    case '1': return { lqfs, lqdd: '综合出件窗口', lqsm: '请带身份证件和受理回执', dtbm: hall }
    case '2': return { lqfs, lqdd: '', lqsm: '按申请时填写的地址寄出，邮费到付', dtbm: '' }
    case '3': return { lqfs, lqdd: '二十四小时自助取件柜', lqsm: '凭受理回执的条形码开柜', dtbm: hall }
    case '4': return { lqfs, lqdd: '', lqsm: `${bmmc}签发的电子证照`, dtbm: '' }
  }
}

const issue = (one: WireCase, at: string, ways: readonly WireWay['lqfs'][]): Acted | Failure =>
  (one.blzt === '40' && one.jgxx
    ? done({ ...one, blzt: '50', hjdm: '06', gclb: stepped(one, '05', at, '已制证'), jgxx: { ...one.jgxx, lqfs: ways.map((way) => wayOf(way, one)) } }, '6')
    : notNow)

const deliver = (one: WireCase, at: string): Acted | Failure =>
  (one.blzt === '50' && one.jgxx ? done({ ...one, blzt: '60', gclb: stepped(one, '06', at, '已送达', '综合出件窗口'), jgxx: { ...one.jgxx, lqsj: at } }, '7') : notNow)

const UNDECIDED: readonly Status[] = ['10', '30', '31', '32']
const withdraw = (one: WireCase, at: string): Acted | Failure =>
  (UNDECIDED.includes(one.blzt) ? done({ ...one, blzt: '90', zdjl: ended(one.zdjl, at) }, '9') : notNow)

/** The next step of the chain, whatever it is. */
const advance = (one: WireCase, at: string): Acted | Failure => {
  if (one.blzt === '10') return accept(one, at)
  if (one.blzt === '30' && one.hjdm === '03') return done({ ...one, hjdm: '04', gclb: stepped(one, '03', at, '审查完毕') }, '9')
  if (one.blzt === '30') return decide(one, at, { cz: 'decide', jglx: '1', jdly: '' })
  return one.blzt === '40' ? issue(one, at, ['1', '2', '3', '4']) : deliver(one, at)
}

const movedPart = (part: WirePart, what: Act, at: string): WirePart | null => {
  switch (what.cz) {
    case 'advance': return beginPart(part, at)
    case 'decide': return decidePart(part, at, what.jglx, what.jdly)
    case 'stop': return stopPart(part, at, what.zdlx, what.sm)
    case 'resume': return resumePart(part, at)
    default: return null
  }
}

/** What becomes of a case by an act at a time, or why it cannot be done. With `bmbm`: of that department's part of it. */
export const act = (one: WireCase, what: Act, at: string): Acted | Failure => {
  if (what.bmbm !== undefined) {
    const part = one.lhbl.find(({ bmbm }) => bmbm === what.bmbm)
    if (!part) return { code: '2005', msg: '该部门未参与联办' }
    const moved = movedPart(part, what, at)
    return moved ? done({ ...one, lhbl: one.lhbl.map((other) => (other === part ? moved : other)) }, '9') : notNow
  }
  switch (what.cz) {
    case 'advance': return advance(one, at)
    case 'supplement': return supplement(one, at, what)
    case 'stop': return stop(one, at, what)
    case 'resume': return resume(one, at)
    case 'decide': return decide(one, at, what)
    case 'issue': return issue(one, at, what.lqfs)
    case 'deliver': return deliver(one, at)
    case 'withdraw': return withdraw(one, at)
  }
}
