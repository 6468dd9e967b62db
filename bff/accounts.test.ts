import { ContractError } from '@shared/errors'
import { asOwner, onlyThis } from './accounts'

const things: Record<string, string> = { c1: 'one', c2: 'two' }
const accountsOf = async () => ['c0', 'c1', 'c2']
const asked: string[] = []
const read = (wanted: string) => async (citizenId: string): Promise<string> => {
  asked.push(citizenId)
  if (things[citizenId] === wanted) return `${citizenId} has ${wanted}`
  throw new ContractError(citizenId === 'c9' ? 'UNAVAILABLE' : 'TICKET_NOT_FOUND', { of: citizenId })
}
beforeEach(() => { asked.length = 0 })

describe('what belongs to one of a person’s accounts', () => {
  it('is reached as whichever it belongs to, and nobody is asked after that', async () => {
    expect(await asOwner(accountsOf, 'c0', 'TICKET_NOT_FOUND', read('one'))).toBe('c1 has one')
    expect(asked).toEqual(['c0', 'c1'])
    expect(await asOwner(accountsOf, 'c0', 'TICKET_NOT_FOUND', read('two'))).toBe('c2 has two')
  })

  it('and is nobody’s of them: the answer is the one their own account would get', async () => {
    await expect(asOwner(accountsOf, 'c0', 'TICKET_NOT_FOUND', read('three'))).rejects.toMatchObject({ code: 'TICKET_NOT_FOUND', details: { of: 'c0' } })
    await expect(asOwner(onlyThis, 'c5', 'TICKET_NOT_FOUND', read('one'))).rejects.toMatchObject({ code: 'TICKET_NOT_FOUND' })
  })

  it('any other failure ends the search: it may be theirs', async () => {
    await expect(asOwner(async () => ['c9', 'c1'], 'c9', 'TICKET_NOT_FOUND', read('one'))).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect(asked).toEqual(['c9'])
  })
})
