import type { DemoItem } from '../world/items'

/** 申请 受理 审查 决定 出文制证 送达. */
export type Step = 'apply' | 'accept' | 'examine' | 'decide' | 'issue' | 'deliver'
/** `granted`: the document is being made; `ready`: to be fetched. */
export type Standing = 'applied' | 'examining' | 'supplement' | 'special' | 'granted' | 'ready' | 'delivered' | 'refused' | 'withdrawn'
/** Why the clock stands: 补正 听证 现场核查 检验检测 专家评审 其他. */
export type Procedure = 'supplement' | 'hearing' | 'inspection' | 'testing' | 'experts' | 'other'
export type Way = 'window' | 'post' | 'locker' | 'electronic'

/** Who may see it. */
export type Holder =
  | { readonly kind: 'person'; readonly name: string; readonly idNumber: string }
  | { readonly kind: 'enterprise'; readonly name: string; readonly creditCode: string; readonly agents: readonly string[] }

export interface Stop { readonly procedure: Procedure; readonly from: number; readonly until: number | null; readonly note: string }
export interface Decision {
  readonly granted: boolean; readonly at: number; readonly reason: string
  /** Empty until the document is made. */
  readonly ways: readonly Way[]
  readonly collectedAt: number | null
}

/** One case in a department's files. Instants are milliseconds. */
export interface Dossier {
  readonly caseNo: string
  readonly item: Pick<DemoItem, 'name' | 'promisedDays' | 'statutoryDays'>
  readonly holder: Holder
  /** The case is led by the one-window system; this is the department's part of it. */
  readonly isPart: boolean
  readonly standing: Standing
  readonly acceptedAt: number | null
  readonly done: readonly { readonly step: Step; readonly at: number; readonly note: string }[]
  readonly stops: readonly Stop[]
  readonly asked: { readonly things: readonly { readonly name: string; readonly note: string }[]; readonly until: number } | null
  readonly decision: Decision | null
}

/** The step it is in. */
export const stepOf = ({ standing, acceptedAt, isPart }: Dossier): Step => {
  switch (standing) {
    case 'granted': return isPart ? 'decide' : 'issue'
    case 'refused': return 'decide'
    case 'ready':
    case 'delivered': return 'deliver'
    default: return acceptedAt === null ? 'accept' : 'examine'
  }
}
