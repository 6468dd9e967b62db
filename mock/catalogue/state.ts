import type { Clock } from '../clock'
import { changeOf, type Change } from './change'
import { departmentNames, published } from './published'
import type { CatalogueRecord, HistoryEntry } from './record'

const OFFSET_MS = 8 * 3_600_000

/** `yyyy-MM-dd HH:mm:ss` in China. */
const stampAt = (now: number): string => new Date(now + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ')
const byVersion = (a: CatalogueRecord, b: CatalogueRecord): number => a.BBH - b.BBH || (a.SSBM < b.SSBM ? -1 : 1)

export type Failure = { readonly code: string; readonly msg: string }

/** The directory: what is in it now, and how it came to be so. */
export const createCatalogueState = (clock: Clock) => {
  const records = new Map(published().map((one) => [one.SSBM, one]))
  let current = Math.max(...[...records.values()].map(({ BBH }) => BBH))
  const find = (code: string): CatalogueRecord | undefined => records.get(code) ?? [...records.values()].find(({ YSSBM }) => YSSBM.includes(code))

  const write = (record: CatalogueRecord, history: Omit<HistoryEntry, 'BBH' | 'BGSJ'>): CatalogueRecord => {
    current += 1
    const stamped = { BBH: current, BGSJ: stampAt(clock()), BGLX: history.BGLX }
    const written = { ...record, ...stamped, LSBB: [...record.LSBB, { ...stamped, BGSM: history.BGSM }] }
    records.set(written.SSBM, written)
    return written
  }

  const apply = ({ BGLX, BGSM, code, fields, level, replacedBy }: Change): CatalogueRecord | Failure => {
    const old = records.get(code)
    if (BGLX === '1') {
      if (old) return { code: '409', msg: '事项已存在' }
      const SSZT = departmentNames.get(code.slice(0, 18))
      return SSZT ? write(changeOf.added(code, SSZT, fields), { BGLX, BGSM }) : { code: '400', msg: '实施主体不存在' }
    }
    if (!old) return { code: '404', msg: '事项不存在' }
    if (old.ZT === '0') return { code: '409', msg: '事项已取消' }
    if (BGLX === '2') return write({ ...old, ...fields }, { BGLX, BGSM })
    if (BGLX === '4') return write({ ...old, ZT: '0', TDSX: replacedBy }, { BGLX, BGSM })
    if (Number(level) <= Number(old.XSCJ)) return { code: '400', msg: '只能下放至下级' }
    records.delete(code)
    return write(changeOf.handedDown(old, level), { BGLX, BGSM })
  }

  return {
    version: () => ({ BBH: current, ZS: records.size, FBSJ: [...records.values()].sort(byVersion).at(-1)?.BGSJ ?? '' }),
    /** Everything whose last change came after a version, oldest first, a page of it. */
    changesSince: (since: number, page: number, size: number): object | Failure => {
      if (since > current) return { code: '410', msg: '版本号大于当前版本，请从0重新获取' }
      const changed = [...records.values()].filter((one) => one.BBH > since).sort(byVersion)
      return { BBH: current, ZS: changed.length, YS: Math.ceil(changed.length / size), DQY: page, LB: changed.slice((page - 1) * size, page * size) }
    },
    find, apply,
  }
}
