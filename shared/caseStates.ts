// No zod here: the phone takes these values too.

/** 办件 chain: 申请 → 受理 → 审查 → 决定 → 出文制证 → 送达. */
export const caseStages = ['apply', 'accept', 'examine', 'decide', 'issue', 'deliver'] as const
export type CaseStage = (typeof caseStages)[number]

/**
 * `supplement` (补正) waits for the applicant and `special` (特别程序) for a procedure: both stop the clock.
 * `granted` is decided with a result to fetch; `delivered` is over.
 */
export const caseStates = ['applied', 'in-progress', 'supplement', 'special', 'granted', 'delivered', 'refused', 'withdrawn'] as const
export type CaseState = (typeof caseStates)[number]

/** Nothing more will be decided, so no day is promised. */
export const decidedStates: readonly CaseState[] = ['granted', 'delivered', 'refused', 'withdrawn']

/** Why the clock stands: 补正, or one of the special procedures of 行政许可法 art. 45. */
export const stopReasons = ['supplement', 'hearing', 'inspection', 'testing', 'expert-review', 'other'] as const
export type StopReason = (typeof stopReasons)[number]

/** How a result is handed over. */
export const resultWays = ['window', 'post', 'locker', 'electronic'] as const
export type ResultWay = (typeof resultWays)[number]
