import { ContractError } from '@shared/errors'
import { askAll, type Keeper } from './keepers'

type Ask = () => Promise<readonly string[]>
const vendor = { zh: '大厅自有排队系统', en: 'A hall’s own queue system' }
const keeper = (port: Ask, outside: Keeper<Ask>['outside'] = vendor): Keeper<Ask> => ({ port, outside })
const ours = keeper(() => Promise.resolve(['A001']), null)
const ask = (keepers: readonly Keeper<Ask>[]) => askAll(keepers, (port) => port(), 50)

describe('what several keep', () => {
  it('is put together, and nothing is missing', async () => {
    expect(await ask([ours, keeper(() => Promise.resolve(['B001', 'B002']))])).toEqual({ found: ['A001', 'B001', 'B002'], missing: [] })
  })

  it.each<[string, Ask]>([
    ['cannot tell', () => Promise.reject(new ContractError('UNAVAILABLE'))],
    ['is late', () => new Promise(() => undefined)],
  ])('comes without that of a system outside which %s, and names it', async (_, port) => {
    expect(await ask([ours, keeper(port)])).toEqual({ found: ['A001'], missing: [vendor] })
  })

  it('is told by nobody when our own fails, or something is broken', async () => {
    await expect(ask([keeper(() => Promise.reject(new ContractError('UNAVAILABLE')), null)])).rejects.toThrow(ContractError)
    await expect(ask([ours, keeper(() => Promise.reject(new TypeError('broken')))])).rejects.toThrow(TypeError)
  })
})
