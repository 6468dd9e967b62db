import type { Material } from './materials'

/** 行使层级: 3 市, 4 区, 5 镇街, 6 村居; the 19th character of the code says it too. */
export type Level = 3 | 4 | 5 | 6
/** 变更类型: 1 新增, 2 变更, 3 下放, 4 取消. */
export type ChangeKind = '1' | '2' | '3' | '4'

/** 历史版本. */
export interface HistoryEntry { readonly BBH: number; readonly BGLX: ChangeKind; readonly BGSJ: string; readonly BGSM: string }

/** One item as the directory hands it out. README.md says what each name stands for. */
export interface CatalogueRecord {
  readonly SSBM: string
  readonly YWBLX: readonly { readonly YWBLXBM: string; readonly YWBLXMC: string }[]
  readonly SXMC: string
  readonly SXMS: string
  readonly SXLX: string
  readonly SSZT: string
  readonly SSZTDM: string
  readonly XSCJ: `${Level}`
  readonly FWDX: string
  readonly BJLX: '1' | '2'
  readonly FDQX: number
  readonly FDQXDW: string
  readonly CNQX: number
  readonly CNQXDW: string
  readonly SLTJ: readonly string[]
  readonly SQCL: readonly Material[]
  readonly SFSF: '0' | '1'
  readonly SFBZ: string
  readonly BLDD: string
  readonly XZFS: '1' | '2' | '3'
  readonly DXCCS: number
  /** 1 在用, 0 取消. */
  readonly ZT: '1' | '0'
  readonly BBH: number
  readonly BGLX: ChangeKind
  readonly BGSJ: string
  /** 原实施编码: those it had before it was handed down, oldest first. */
  readonly YSSBM: readonly string[]
  /** 替代事项: what to ask for instead of a withdrawn one. */
  readonly TDSX: readonly string[]
  readonly LSBB: readonly HistoryEntry[]
}
