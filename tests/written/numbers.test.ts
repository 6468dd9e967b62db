import { demoPeople } from '../../mock/world/people'
import { linesWithNumbers } from './numbers'

describe('the search for ID numbers in what was written', () => {
  it.each(demoPeople.map(({ idNumber }) => idNumber))('finds %s wherever it stands', (idNumber) => {
    for (const line of [idNumber, `{"idNumber":"${idNumber}"}`, `person=${idNumber}&x=1`, `检查 ${idNumber.toLowerCase()}，失败`]) expect(linesWithNumbers(`one\n${line}\nthree`)).toEqual([2])
  })

  it('leaves alone what is none', () => {
    const others = ['990000190001010017', '1767225600000', '9****************6', '11440100007482575H344011800900020260105001', '4401061980010101001234', 'a990000190001010016b']
    expect(linesWithNumbers(others.join('\n'))).toEqual([])
  })
})
