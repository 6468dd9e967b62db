import { createOneWindow } from '../../bff/backends/onewindow/oneWindow'
import { fileCase } from '../../mock/onewindow/testing/clerk'
import { receiptSecret } from '../../mock/onewindow/receipts'
import { demoEnterprises, demoPeople, type DemoPerson } from '../../mock/world/people'
import { caseSourceSuite, type SourceUnderTest } from './caseSource'

const person = (number: number): DemoPerson => demoPeople[number - 1]!
const [science] = demoEnterprises

const sources: readonly SourceUnderTest[] = [
  {
    systemId: 'one-window', create: createOneWindow, person: person(1), nobody: person(12), items: ['居住证办理', '户口迁入', '公租房申请'], tracks: 0,
    enterprise: {
      creditCode: science.creditCode, agent: { idNumber: science.agents[0], items: ['食品经营许可', '企业设立登记'] }, otherAgent: { idNumber: science.agents[1], items: ['企业设立登记'] },
    },
    secretOf: receiptSecret, move: (base) => fileCase(base, person(1)),
  },
]

describe.each(sources)('cases from $systemId', caseSourceSuite)
