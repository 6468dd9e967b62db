import { isImplementationCode } from '../../shared/caseNumbers'
import { isCreditCode, isIdNumber } from '../../shared/identityNumbers'
import { departments } from './departments'
import { caseItems } from './items'
import { belonging, isIdentityNumber } from './names'
import { demoEnterprises, demoPeople } from './people'

describe('the numbers of the demo city', () => {
  it('have right check characters, and are all different', () => {
    expect(demoPeople.map(({ idNumber }) => idNumber).filter((number) => !isIdNumber(number))).toEqual([])
    const codes = [...Object.values(departments), ...demoEnterprises].map(({ creditCode }) => creditCode)
    expect(codes.filter((code) => !isCreditCode(code))).toEqual([])
    expect(Object.values(caseItems).map(({ code }) => code).filter((code) => !isImplementationCode(code))).toEqual([])
    for (const numbers of [codes, demoPeople.map(({ idNumber }) => idNumber), Object.values(caseItems).map(({ code }) => code)]) expect(new Set(numbers).size).toBe(numbers.length)
  })

  it('belong to those who bear them, and to nobody else', () => {
    for (const { name, idNumber } of demoPeople) expect([isIdentityNumber(idNumber), belonging(name, idNumber), belonging('别人', idNumber)]).toEqual([true, 'match', 'mismatch'])
    expect(['990000190001010017', '990000190013010016', '1', ''].filter(isIdentityNumber)).toEqual([])
  })

  it('are plainly nobody’s', () => {
    for (const { idNumber, name } of demoPeople) expect(`${idNumber} ${name}`).toMatch(/^99000019000101\d{3}[\dX] 演示用户/)
    for (const { creditCode, agents, authorised } of demoEnterprises) {
      expect(creditCode).toContain('DEM')
      expect(authorised.map(({ agent }) => agent)).toEqual(agents)
      for (const agent of agents) expect(demoPeople.map(({ idNumber }) => idNumber)).toContain(agent)
    }
  })
})
