import type { CaseStage, CaseState } from '@shared/caseStates'
import type { StepRecord } from './port'
import { stepsOf } from './timeline'
import { aRecord } from './testing/records'

const step = (stage: CaseStage, at: number, note = ''): StepRecord => ({ stage, at, department: '综合窗口', note })
const chain = (state: CaseState, stage: CaseStage, ...steps: readonly StepRecord[]) => stepsOf(aRecord({ state, stage, steps })).map((one) => `${one.stage} ${one.status}`)

describe('the steps of a case', () => {
  it('are what was done, what is under way with who has it, and what is to come', () => {
    expect(stepsOf(aRecord({ steps: [step('accept', 2, '予以受理'), step('apply', 1)] }))).toEqual([
      { stage: 'apply', status: 'done', at: 1, department: '综合窗口', note: '' }, { stage: 'accept', status: 'done', at: 2, department: '综合窗口', note: '予以受理' },
      { stage: 'examine', status: 'now', at: null, department: '公安局', note: '' },
      ...['decide', 'issue', 'deliver'].map((stage) => ({ stage, status: 'next', at: null, department: null, note: '' })),
    ])
  })

  it('never show a step as done and under way at once: after the last one that is done comes the next', () => {
    expect(chain('in-progress', 'accept', step('apply', 1), step('accept', 2))).toEqual(['apply done', 'accept done', 'examine now', 'decide next', 'issue next', 'deliver next'])
    expect(chain('granted', 'decide', step('apply', 1), step('accept', 2), step('examine', 3), step('decide', 4))).toEqual(['apply done', 'accept done', 'examine done', 'decide done', 'issue now', 'deliver next'])
  })

  it('leave no hole where a system says nothing of a step that must have been', () => {
    expect(stepsOf(aRecord({ stage: 'decide', steps: [step('apply', 1)] })).slice(0, 4)).toMatchObject([{ stage: 'apply', at: 1 }, { stage: 'accept', status: 'done', at: null }, { stage: 'examine', status: 'done', at: null }, { stage: 'decide', status: 'now' }])
  })

  it('keep several done at one stage in the order in which they were', () => {
    expect(stepsOf(aRecord({ stage: 'decide', steps: [step('examine', 9, '后'), step('examine', 5, '先')] })).filter(({ stage }) => stage === 'examine').map(({ note }) => note)).toEqual(['先', '后'])
  })

  it.each([
    ['delivered', 'deliver', ['apply done', 'accept done', 'examine done', 'decide done', 'issue done', 'deliver done']],
    ['refused', 'decide', ['apply done', 'accept done', 'examine done', 'decide done']],
    ['withdrawn', 'examine', ['apply done']],
  ] as const)('of one that is %s are over', (state, stage, steps) => { expect(chain(state, stage, step('apply', 1))).toEqual(steps) })
})
