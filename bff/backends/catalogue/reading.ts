import { catalogueItem, type CatalogueItem } from '../../capabilities/catalogue/port'
import type { WireItem } from './wire'

const LEVELS = { 3: 'city', 4: 'district', 5: 'town', 6: 'community' } as const
const CHANGES = { 1: 'added', 2: 'changed', 3: 'handed-down', 4: 'withdrawn' } as const
const FORMS = { 1: 'original', 2: 'copy', 3: 'original-and-copy', 4: 'electronic' } as const
const AUDIENCES = { 1: 'person', 2: 'enterprise', '1,2': 'both' } as const
const UNITS = { 工作日: 'working', 自然日: 'calendar' } as const

const dayOf = (stamp: string): string => stamp.slice(0, 10).replaceAll('-', '')

const withdrawalOf = ({ ZT, TDSX, BGSJ, LSBB }: WireItem): CatalogueItem['withdrawn'] =>
  (ZT === '1' ? null : { since: dayOf(BGSJ), reason: LSBB.at(-1)?.BGSM ?? '', replacedBy: TDSX })

/** Their words in ours. Null for an item larger than anything we show. */
export const readItem = (wire: WireItem): CatalogueItem | null => {
  const result = catalogueItem.safeParse({
    code: wire.SSBM, formerCodes: wire.YSSBM, name: wire.SXMC, about: wire.SXMS, level: LEVELS[wire.XSCJ], department: wire.SSZT, audience: AUDIENCES[wire.FWDX],
    conditions: wire.SLTJ, materials: wire.SQCL.map(({ CLMC, CLXS, FYSL, CYBM }) => ({ name: CLMC, form: FORMS[CLXS], copies: FYSL, heldBy: CYBM || null })),
    onTheSpot: wire.BJLX === '1', promised: { days: wire.CNQX, unit: UNITS[wire.CNQXDW] }, lawful: { days: wire.FDQX, unit: UNITS[wire.FDQXDW] },
    fee: { free: wire.SFSF === '0', text: wire.SFBZ || null }, place: wire.BLDD || null, online: { possible: wire.XZFS !== '1', visits: wire.DXCCS },
    withdrawn: withdrawalOf(wire), history: wire.LSBB.map(({ BBH, BGLX, BGSJ, BGSM }) => ({ version: BBH, change: CHANGES[BGLX], on: dayOf(BGSJ), note: BGSM })),
  } satisfies CatalogueItem)
  return result.success ? result.data : null
}
