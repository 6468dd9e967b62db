import type { CatalogueRecord, ChangeKind, Level } from './record'

/** What an editor of the directory asks for. */
export interface Change {
  readonly BGLX: ChangeKind
  readonly BGSM: string
  readonly code: string
  readonly fields: Partial<CatalogueRecord>
  readonly level: `${Level}`
  readonly replacedBy: readonly string[]
}

const CODE = /^[0-9A-HJ-NPQRTUWXY]{18}[3-6][0-9A-Z]{12}$/
/** Fields an editor may set; the rest follows from the code and the change. */
const EDITABLE = ['SXMC', 'SXMS', 'SXLX', 'FWDX', 'BJLX', 'FDQX', 'FDQXDW', 'CNQX', 'CNQXDW', 'SLTJ', 'SQCL', 'SFSF', 'SFBZ', 'BLDD', 'XZFS', 'DXCCS'] as const

/** Reads the body of `POST /catalogue/change`; undefined when it is none. */
export const parseChange = (value: unknown): Change | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const { BGLX, SSBM, BGSM = '', XSCJ = '4', TDSX = [], ...rest } = value as Record<string, unknown>
  const kind = ['1', '2', '3', '4'].includes(String(BGLX))
  const level = ['3', '4', '5', '6'].includes(String(XSCJ))
  const codes = Array.isArray(TDSX) && TDSX.every((one) => typeof one === 'string')
  if (!kind || !level || !codes || typeof SSBM !== 'string' || !CODE.test(SSBM) || typeof BGSM !== 'string') return undefined
  if (Object.keys(rest).some((name) => !(EDITABLE as readonly string[]).includes(name))) return undefined
  if (String(BGLX) === '1' && typeof rest.SXMC !== 'string') return undefined
  return { BGLX: String(BGLX) as ChangeKind, BGSM, code: SSBM, fields: rest as Partial<CatalogueRecord>, level: String(XSCJ) as `${Level}`, replacedBy: TDSX as string[] }
}

export const changeOf = {
  /** A new item; what the editor left out is as plain as can be. */
  added: (SSBM: string, SSZT: string, fields: Partial<CatalogueRecord>): CatalogueRecord => ({
    SXMC: '', SXMS: '', SXLX: '20', FWDX: '1', BJLX: '2', FDQX: 20, FDQXDW: '工作日', CNQX: 10, CNQXDW: '工作日', SLTJ: [], SQCL: [],
    SFSF: '0', SFBZ: '', BLDD: '市、区政务服务中心', XZFS: '1', DXCCS: 1, ...fields,
    SSBM, SSZT, SSZTDM: SSBM.slice(0, 18), XSCJ: SSBM.charAt(18) as `${Level}`, YWBLX: [{ YWBLXBM: `${SSBM}01`, YWBLXMC: fields.SXMC ?? '' }],
    ZT: '1', BBH: 0, BGLX: '1', BGSJ: '', YSSBM: [], TDSX: [], LSBB: [],
  }),
  /** The same item under the code of a lower level; the old code is kept as what it had before. */
  handedDown: (old: CatalogueRecord, level: `${Level}`): CatalogueRecord => {
    const SSBM = `${old.SSZTDM}${level}${old.SSBM.slice(19)}`
    return { ...old, SSBM, XSCJ: level, YSSBM: [...old.YSSBM, old.SSBM], YWBLX: old.YWBLX.map((one) => ({ ...one, YWBLXBM: `${SSBM}${one.YWBLXBM.slice(31)}` })) }
  },
}
