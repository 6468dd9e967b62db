import { departments, type DepartmentId } from '../world/departments'
import { caseItems, type CaseItemId } from '../world/items'
import { dayBefore, jointCases } from '../world/joint'
import { demoEnterprises, demoPeople } from '../world/people'
import { act, type Act } from './acts'
import { filedCase } from './filing'
import { isFailure, type Holder, type Stored, type WireCase, type WirePart } from './record'
import { dashed, stampAt } from './stamps'

const DAY_MS = 86_400_000
/** Of the demo's cases; other systems of the demo city number from 1. */
const FIRST_SERIAL = 101

const person = (number: number): Holder => {
  const found = demoPeople[number - 1]
  if (!found) throw new Error(`there is no demo person ${number}`)
  return { kind: 'person', name: found.name, idNumber: found.idNumber }
}
const [science] = demoEnterprises
const enterprise = (...agents: string[]): Holder => ({ kind: 'enterprise', creditCode: science.creditCode, name: science.name, agents })

type Dated = readonly [daysAgo: number, what: Act]
const accepted = (daysAgo: number): Dated => [daysAgo, { cz: 'advance' }]

/** The parts of a joint case as the one-window system knows them: who has it since when, and who is done. */
const part = (id: DepartmentId, kssj: string, more: Partial<WirePart>): WirePart => ({
  bmbm: departments[id].creditCode, bmmc: departments[id].name, blzt: '30', hjdm: '03', kssj, cnqx: null, fdqx: null, zdjl: [], jssj: '', sm: '', ...more,
})
const agreed = (jssj: string): Partial<WirePart> => ({ blzt: '70', hjdm: '04', jssj })

/** The demo city's cases; every day lies before `now`, the instant at which it was begun, and every deadline after. */
export const demoCases = (now: number): readonly Stored[] => {
  // Mid-morning of a day that is over, whatever the hour is now.
  const stamp = (daysAgo: number): string => `${dashed(dayBefore(now, daysAgo))} 10:20:00`
  const filed = (holder: Holder, id: CaseItemId, daysAgo: number, acts: readonly Dated[], serial = FIRST_SERIAL): WireCase => {
    const start = filedCase({ item: caseItems[id], holder, queueNo: '' }, serial, Date.parse(`${stamp(daysAgo).replace(' ', 'T')}+08:00`))
    return acts.reduce((wire, [ago, what]) => {
      const acted = act(wire, what, stamp(ago))
      if (isFailure(acted)) throw new Error(`${id}: ${acted.msg}`)
      return acted.wire
    }, start)
  }
  const stored = (holder: Holder, ...rest: [CaseItemId, number, readonly Dated[]]): Stored => ({ holder, wire: filed(holder, ...rest) })
  const dueIn = (days: number): string => stampAt(now + days * DAY_MS).slice(0, 10)
  const joint = jointCases(now)
  const shared = (holder: Holder, id: CaseItemId, daysAgo: number, bjbh: string, lhbl: readonly WirePart[]): Stored =>
    ({ holder, wire: { ...filed(holder, id, daysAgo, [accepted(daysAgo)]), bjbh, lhbl } })

  return [
    stored(person(1), 'residencePermit', 3, [accepted(3)]),
    stored(person(1), 'moveIn', 6, [accepted(5), [2, {
      cz: 'supplement', bzqx: dueIn(4), bzcl: [{ clmc: '房屋产权证明', clsm: '原件和复印件各一份' }, { clmc: '户主同意迁入的声明', clsm: '户主本人签名' }],
    }]]),
    shared(person(1), 'publicHousing', 12, joint.publicHousing.caseNo, [
      part('socialsecurity', stamp(12), agreed(stamp(9))), part('housing', stamp(9), {}), part('land', stamp(12), agreed(stamp(10))),
    ]),
    stored(person(2), 'property', 9, [accepted(9), [7, { cz: 'advance' }], [4, { cz: 'decide', jglx: '1', jdly: '' }], [2, { cz: 'issue', lqfs: ['1', '2', '3', '4'] }]]),
    stored(person(2), 'pension', 40, [accepted(40)]),
    stored(person(4), 'residencePermit', 15, [accepted(15), [8, { cz: 'decide', jglx: '2', jdly: '居住登记未满半年，满半年后可再次申请' }]]),
    stored(person(5), 'moveIn', 10, [accepted(9), [6, { cz: 'withdraw' }]]),
    stored(person(6), 'foodLicence', 11, [accepted(10), [4, { cz: 'stop', zdlx: '2', sm: '需现场核查经营场所，核查时间不计入办理时限' }]]),
    shared(enterprise(science.agents[0]), 'foodLicence', 40, joint.foodLicence.caseNo, [
      part('market', stamp(40), { ...agreed(stamp(34)), cnqx: 8, fdqx: 20 }), part('fire', stamp(40), { ...agreed(stamp(36)), cnqx: 5, fdqx: 10 }),
      part('housing', stamp(38), { cnqx: 5, fdqx: 20, sm: '正在核查房屋使用安全' }),
    ]),
    stored(enterprise(...science.agents), 'company', 20, [accepted(20), [19, { cz: 'decide', jglx: '1', jdly: '' }], [19, { cz: 'issue', lqfs: ['1', '4'] }], [18, { cz: 'deliver' }]]),
  ]
}
