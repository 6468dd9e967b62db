import type { z } from 'zod'

interface Stop { readonly zdlx: string; readonly kssj: number; readonly jssj: number | null }
interface Part { readonly blzt: string; readonly kssj: number | null; readonly jssj: number | null; readonly zdjl: readonly Stop[] }
interface Case {
  readonly blzt: string; readonly sqrlx: string; readonly tyxydm: string | null; readonly slsj: number | null; readonly zdjl: readonly Stop[]
  readonly bzxx: { readonly bqsj: number | null } | null
  readonly jgxx: { readonly jglx: string; readonly lqfs: readonly unknown[]; readonly lqsj: number | null } | null
}

const SUPPLEMENT = '31'
const SPECIAL = '32'
const DECIDED = ['40', '41', '50', '60']

/** Whether the clock stands exactly when the status says so, and for the reason it says. */
const stopsFit = (status: string, stops: readonly Stop[]): boolean => {
  const open = stops.filter(({ jssj }) => jssj === null)
  const inOrder = stops.every(({ kssj, jssj }) => jssj === null || jssj >= kssj)
  if (status !== SUPPLEMENT && status !== SPECIAL) return inOrder && open.length === 0
  return inOrder && open.length === 1 && (open[0]?.zdlx === '0') === (status === SUPPLEMENT)
}

const resultFits = (status: string, result: Case['jgxx']): boolean => {
  if (!result) return !DECIDED.includes(status)
  if (!DECIDED.includes(status) || (result.jglx === '2') !== (status === '41')) return false
  return (status !== '50' || result.lqfs.length > 0) && (status === '60') === (result.lqsj !== null)
}

/** The fields of a case that contradict its status. */
const faultsOfCase = ({ blzt, sqrlx, tyxydm, slsj, zdjl, bzxx, jgxx }: Case): readonly string[] => [
  ...(stopsFit(blzt, zdjl) ? [] : ['zdjl']),
  ...((blzt === SUPPLEMENT) === (bzxx !== null && bzxx.bqsj === null) || blzt === '90' ? [] : ['bzxx']),
  ...(resultFits(blzt, jgxx) ? [] : ['jgxx']),
  ...(['10', SUPPLEMENT, '90'].includes(blzt) || slsj !== null ? [] : ['slsj']),
  ...((sqrlx === '2') === (tyxydm !== null) ? [] : ['tyxydm']),
]

/** The fields of a part that contradict its status. */
const faultsOfPart = ({ blzt, kssj, jssj, zdjl }: Part): readonly string[] => [
  ...(stopsFit(blzt, zdjl) ? [] : ['zdjl']),
  ...((blzt === '10') === (kssj === null) ? [] : ['kssj']),
  ...(['41', '70'].includes(blzt) === (jssj !== null) ? [] : ['jssj']),
]

const naming = <T>(faults: (value: T) => readonly string[]) => (value: T, context: z.RefinementCtx): void => {
  for (const field of faults(value)) context.addIssue({ code: 'custom', path: [field], message: 'contradicts the status' })
}
export const wholeCase = naming(faultsOfCase)
export const wholePart = naming(faultsOfPart)
