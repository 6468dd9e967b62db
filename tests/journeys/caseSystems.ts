import { officerActs } from '../../mock/dossiers/testing/officer'
import { demoPeople, type DemoPerson } from '../../mock/world/people'
import { actOnCase } from '../support/cases'
import type { Stack } from '../support/stack'

/** A system that holds cases, as the page of somebody who has one there shows it. */
export interface CaseSystem {
  /** As the page names it. */
  readonly name: string
  /** The first part of its path, by which faults know it. */
  readonly path: string
  /** Whose cases the page shows: demo person 1's own, or those of an enterprise that they are the agent of, by its name. */
  readonly whose: string
  /** An item of which only this system knows a case of theirs. */
  readonly item: string
  /** Cases of theirs that it knows nothing of. */
  readonly others: readonly string[]
  /** Something is done there that the citizen can see. */
  readonly moves: (stack: Stack) => Promise<unknown>
  /** What the page then says of `item`. */
  readonly moved: string
  /** Says that there is nothing, and not as its contract wants it said. */
  readonly lie: object
  /** A demo person who has no case anywhere, and has not looked yet. */
  readonly newcomer: DemoPerson
}

export const demoPerson = (number: number): DemoPerson => {
  const found = demoPeople[number - 1]
  if (!found) throw new Error(`there is no demo person ${number}`)
  return found
}
const { name: first } = demoPerson(1)
const officer = (system: string, item: string, act: { readonly act: string; readonly [more: string]: unknown }, holder = first) =>
  ({ simulatorsUrl }: Stack): Promise<unknown> => officerActs(simulatorsUrl, system, { holder, item }, act)

const clerk = (item: string, act: { readonly cz: string }) => async (stack: Stack): Promise<void> => {
  const { cases } = await stack.client.call('listCases', { query: { personId: 'self' } }, await stack.people.citizen(1, 'web'))
  await actOnCase(stack, cases.find(({ itemName }) => itemName === item)?.caseNo ?? '', act)
}

/** In the order of the configuration. */
export const caseSystems: readonly CaseSystem[] = [
  {
    name: '一窗综合受理系统', path: 'onewindow', whose: '本人', item: '居住证办理', others: ['社保关系转移接续', '住房租赁补贴申请', '道路运输从业资格证'],
    moves: clerk('居住证办理', { cz: 'advance' }), moved: '正在作决定',
    lie: { code: '0', data: { zs: 0, bjlb: [] } }, newcomer: demoPerson(8),
  },
  {
    name: '人力资源和社会保障局业务系统', path: 'socialsecurity', whose: '本人', item: '社保关系转移接续', others: ['居住证办理', '住房租赁补贴申请', '道路运输从业资格证'],
    moves: officer('socialsecurity', '社保关系转移接续', { act: 'supplement', days: 5, things: [{ name: '参保凭证', note: '' }] }), moved: '请您补材料',
    lie: { bjlb: [] }, newcomer: demoPerson(9),
  },
  {
    name: '住房和城乡建设局业务系统', path: 'housing', whose: '本人', item: '住房租赁补贴申请', others: ['居住证办理', '社保关系转移接续', '道路运输从业资格证'],
    moves: officer('housing', '住房租赁补贴申请', { act: 'deliver' }), moved: '已办结，结果已领取',
    lie: { code: 0, msg: '', data: { count: 2, list: [] } }, newcomer: demoPerson(10),
  },
  {
    name: '交通运输局业务系统', path: 'transport', whose: '演示科技有限公司', item: '道路运输证核发', others: ['企业设立登记', '食品经营许可'],
    moves: officer('transport', '道路运输证核发', { act: 'grant', note: '' }, '演示科技有限公司'), moved: '办好了',
    lie: { success: true, total: 1, pageNo: 1, pageSize: 5, nextPage: null, rows: [] }, newcomer: demoPerson(11),
  },
]
