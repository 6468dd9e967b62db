/** 环节 a case is in: 申请 受理 审查 决定 出文制证 送达. */
export type Step = '01' | '02' | '03' | '04' | '05' | '06'
/** 办理状态; 70 (agreed) only of one department's part. What each stands for is in README.md. */
export type Status = '10' | '30' | '31' | '32' | '40' | '41' | '50' | '60' | '70' | '90'
/** Why the clock stands: 补正 听证 现场核查 检验检测 专家评审 其他. */
export type StopKind = '0' | '1' | '2' | '3' | '4' | '9'

export interface WireStop { readonly zdlx: StopKind; readonly kssj: string; readonly jssj: string; readonly sm: string }
export interface WireWay { readonly lqfs: '1' | '2' | '3' | '4'; readonly lqdd: string; readonly lqsm: string; readonly dtbm: string }

/** What one of several departments has to do with a case. */
export interface WirePart {
  readonly bmbm: string; readonly bmmc: string; readonly blzt: Status; readonly hjdm: Step
  readonly kssj: string; readonly cnqx: number | null; readonly fdqx: number | null
  readonly zdjl: readonly WireStop[]; readonly jssj: string; readonly sm: string
}

/** A case as it goes over the wire; see README.md for the names. An empty text is “not yet”. */
export interface WireCase {
  readonly bjbh: string; readonly sxbm: string; readonly ywbm: string; readonly sxmc: string
  readonly sqrlx: '1' | '2'; readonly sqrxm: string; readonly tyxydm: string
  readonly bmbm: string; readonly bmmc: string; readonly blzt: Status; readonly hjdm: Step
  readonly sqsj: string; readonly slsj: string; readonly cnqx: number; readonly fdqx: number
  readonly gclb: readonly { readonly hjdm: Step; readonly blsj: string; readonly bmmc: string; readonly blyj: string }[]
  readonly zdjl: readonly WireStop[]
  readonly bzxx: { readonly gzsj: string; readonly bzqx: string; readonly bqsj: string; readonly bzcl: readonly { readonly clmc: string; readonly clsm: string }[] } | null
  readonly jgxx: { readonly jglx: '1' | '2'; readonly jdsj: string; readonly jgmc: string; readonly jdly: string; readonly lqfs: readonly WireWay[]; readonly lqsj: string } | null
  readonly lhbl: readonly WirePart[]
  readonly queueNo: string
}

/** Who may see a case. Never goes over the wire. */
export type Holder =
  | { readonly kind: 'person'; readonly name: string; readonly idNumber: string }
  | { readonly kind: 'enterprise'; readonly name: string; readonly creditCode: string; readonly agents: readonly string[] }

export interface Stored { readonly holder: Holder; readonly wire: WireCase }

/** Why something was not done, in this system's words. */
export interface Failure { readonly code: string; readonly msg: string }
export const isFailure = (value: object): value is Failure => 'msg' in value
