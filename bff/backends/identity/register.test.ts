import type { FaultKind } from '../../../mock/faults'
import { useSimulators } from '../../../mock/testing/useSimulators'
import { codeOf, listeningLogger, testUpstream } from '../../../tests/support/upstream'
import { createRegister } from './register'

const simulators = useSimulators(() => Date.UTC(2026, 0, 1))
const { logger, logged } = listeningLogger()
const create = (fault?: FaultKind, clientSecret = 'demo-client-secret') =>
  createRegister(testUpstream('identity', fault, logger), { url: `${simulators.url()}/identity`, clientId: 'yichuang', clientSecret })
const [NAME, NUMBER] = ['演示用户一', '990000190001010016']
const SCIENCE = '91990000DEM000001T'

describe('the register of the unified identity', () => {
  it('confirms a name and a number that belong together, and no other', async () => {
    const belong = (name: string, number = NUMBER) => create().belongTogether(name, number)
    expect([await belong(NAME), await belong('演示用户二'), await belong('张三', '11010519491231002X'), await belong('李不符', '11010519491231002X')]).toEqual([true, false, true, false])
  })

  it('confirms nobody whom it does not know', async () => {
    expect(await create().belongTogether('查无此人', '11010519491231002X')).toBe(false)
  })

  it('tells what an enterprise granted its agent and until when, and null of anybody else', async () => {
    expect(await create().of(SCIENCE, NUMBER)).toEqual({ name: '演示科技有限公司', grants: ['book', 'cases'], until: '20260630' })
    expect(await create().of(SCIENCE, '990000190001010024')).toEqual({ name: '演示科技有限公司', grants: ['book'], until: '20260401' })
    expect([await create().of('91990000DEM000002X', NUMBER), await create().of('11990000DEPT00001J', NUMBER)]).toEqual([null, null])
  })

  it('grants nothing by a scope it has no word for', async () => {
    await simulators.fault({
      system: 'identity', path: 'authorisation', kind: 'answer', body: { authorisation: { enterprise_name: '演示', scopes: ['PROGRESS', 'SIGN', 'toString', 'PROGRESS'], valid_to: '2026-02-01' } },
    })
    expect(await create().of(SCIENCE, NUMBER)).toEqual({ name: '演示', grants: ['cases'], until: '20260201' })
  })

  it.each(['error', 'malformed', 'half', 'drop', 'commit-then-drop', 'hang'] as const)('gets over one “%s”, and is unavailable when it stays so', async (kind) => {
    await simulators.fault({ system: 'identity', kind, times: 1 })
    expect(await create(kind).belongTogether(NAME, NUMBER)).toBe(true)
    await simulators.fault({ system: 'identity', kind })
    expect(await codeOf(create(kind).of(SCIENCE, NUMBER))).toBe('IDENTITY_UNAVAILABLE')
  })

  it('is unavailable, and never a yes, when it turns us away or says what is against its contract', async () => {
    expect(await codeOf(create(undefined, 'old').belongTogether(NAME, NUMBER))).toBe('IDENTITY_UNAVAILABLE')
    expect(await codeOf(create(undefined, 'old').of(SCIENCE, NUMBER))).toBe('IDENTITY_UNAVAILABLE')
    for (const body of [{}, { result: true }, { result: 'MATCH' },
      { authorisation: { enterprise_name: '演示', scopes: 'PROGRESS', valid_to: '2026-02-01' } }, { authorisation: { valid_to: 'ever' } }]) {
      await simulators.fault({ system: 'identity', kind: 'answer', body, times: 6 })
      expect(await Promise.all([codeOf(create().belongTogether(NAME, NUMBER)), codeOf(create().of(SCIENCE, NUMBER))])).toEqual(['IDENTITY_UNAVAILABLE', 'IDENTITY_UNAVAILABLE'])
    }
  })

  it('leaves no name, number, code or secret in the log', () => {
    expect(logged.length).toBeGreaterThan(20)
    for (const secret of ['演示', '99000019', '11010519', SCIENCE, 'demo-client-secret', 'Basic']) expect(logged.join()).not.toContain(secret)
  })
})
