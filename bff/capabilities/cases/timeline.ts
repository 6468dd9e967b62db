import type { CaseStep } from '@shared/cases'
import { caseStages, type CaseStage, type CaseState } from '@shared/caseStates'
import type { CaseRecord } from './port'

/** Where in the chain a stage stands. */
export const rankOf = (stage: CaseStage): number => caseStages.indexOf(stage)

/** Nothing follows any more. */
const OVER: readonly CaseState[] = ['delivered', 'refused', 'withdrawn']

type Standing = Pick<CaseRecord, 'steps' | 'stage' | 'state' | 'department'>

/** What a system passed over in silence on the way to where the case stands. */
const passed = (stage: CaseStage): CaseStep => ({ stage, status: 'done', at: null, department: null, note: '' })

/** The rank of the step under way: where the system says it stands, or the one after when that is done already. */
const rankNow = ({ steps, stage }: Standing): number => {
  const lastDone = Math.max(-1, ...steps.map((step) => rankOf(step.stage)))
  return Math.min(Math.max(rankOf(stage), lastDone + 1), caseStages.length - 1)
}

/**
 * The chain 申请 → 受理 → 审查 → 决定 → 出文制证 → 送达 as the applicant sees it: what was done, what is under way, what is to
 * come. A case that is over has only done steps.
 */
export const stepsOf = (standing: Standing): CaseStep[] => {
  const { steps, state, department } = standing
  const told = [...steps].sort((a, b) => rankOf(a.stage) - rankOf(b.stage) || a.at - b.at).map((step): CaseStep => ({ ...step, status: 'done' }))
  const isTold = (stage: CaseStage): boolean => steps.some((step) => step.stage === stage)
  const now = rankNow(standing)
  const reached = state === 'withdrawn' ? 0 : state === 'refused' ? rankOf('decide') + 1 : state === 'delivered' ? caseStages.length : now
  const done = caseStages.flatMap((stage, rank) => (isTold(stage) ? told.filter((step) => step.stage === stage) : rank < reached ? [passed(stage)] : []))
  if (OVER.includes(state)) return done
  return [
    ...done.filter((step) => rankOf(step.stage) < now),
    ...caseStages.slice(now).map((stage, i): CaseStep => ({ stage, status: i === 0 ? 'now' : 'next', at: null, department: i === 0 ? department.name : null, note: '' })),
  ]
}
