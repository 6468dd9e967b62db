import { createHousing } from '../../bff/backends/housing/housing'
import { createOneWindow } from '../../bff/backends/onewindow/oneWindow'
import { createSocialSecurity } from '../../bff/backends/socialsecurity/socialSecurity'
import { createTransport } from '../../bff/backends/transport/transport'
import { officerActs } from '../../mock/dossiers/testing/officer'
import { housingSecret } from '../../mock/housing/state'
import { fileCase } from '../../mock/onewindow/testing/clerk'
import { receiptSecret } from '../../mock/onewindow/receipts'
import { socialSecuritySecret } from '../../mock/socialsecurity/state'
import { transportSecret } from '../../mock/transport/state'
import { demoEnterprises, demoPeople, type DemoPerson } from '../../mock/world/people'
import { caseSourceSuite, type SourceUnderTest } from './caseSource'

const person = (number: number): DemoPerson => demoPeople[number - 1]!
const [science] = demoEnterprises

/** An officer notes something down about a person's case. */
const noteOn = (system: string, number: number, item: string) => (base: string) => officerActs(base, system, { holder: person(number).name, item }, { act: 'note', note: '补充审查记录' })

const sources: readonly SourceUnderTest[] = [
  {
    systemId: 'one-window', create: createOneWindow, person: person(1), nobody: person(12), items: ['居住证办理', '户口迁入', '公租房申请'], tracks: 0,
    enterprise: {
      creditCode: science.creditCode, agent: { idNumber: science.agents[0], items: ['食品经营许可', '企业设立登记'] }, otherAgent: { idNumber: science.agents[1], items: ['企业设立登记'] },
    },
    secretOf: receiptSecret, move: (base) => fileCase(base, person(1)),
  },
  {
    systemId: 'social-security', create: createSocialSecurity, person: person(1), nobody: person(12), items: ['社保关系转移接续'], tracks: 1, enterprise: null,
    secretOf: socialSecuritySecret, move: noteOn('socialsecurity', 1, '社保关系转移接续'),
  },
  {
    systemId: 'housing', create: createHousing, person: person(1), nobody: person(12), items: ['住房租赁补贴申请'], tracks: 1, enterprise: null,
    secretOf: housingSecret, move: noteOn('housing', 1, '公租房申请住房核查'),
  },
  {
    systemId: 'transport', create: createTransport, person: person(7), nobody: person(12), items: Array.from({ length: 23 }, () => '道路运输证核发'), tracks: 0,
    enterprise: { creditCode: science.creditCode, agent: { idNumber: science.agents[0], items: ['道路运输证核发'] }, otherAgent: { idNumber: science.agents[1], items: [] } },
    secretOf: transportSecret, move: noteOn('transport', 7, '道路运输证核发'),
  },
]

describe.each(sources)('cases from $systemId', caseSourceSuite)
