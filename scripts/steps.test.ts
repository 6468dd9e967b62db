import { Refusal } from './refusal.mjs'
import { runLanes, single, summary } from './steps.mjs'

const ignore = (): undefined => undefined

describe('the steps of the check', () => {
  it('all run, though one of them fails or breaks', async () => {
    const ran: string[] = []
    const step = (name: string, fault: string) => ({ name, run: async () => { ran.push(name); return single(fault) } })
    const broken = { name: 'broken', run: () => Promise.reject(new Error('it broke')) }
    const outcomes = await runLanes([[step('types', 'one is wrong'), step('lint', '')], [broken, step('imports', '')]], ignore)
    expect(ran.sort()).toEqual(['imports', 'lint', 'types'])
    expect(outcomes.filter(({ failed }) => failed > 0).map(({ name, report }) => [name, report])).toEqual([['types', 'one is wrong'], ['broken', expect.stringContaining('it broke')]])
  })

  it.each([new Error(''), new Refusal(''), undefined, ''])('that break without a word have failed (%p)', async (reason) => {
    const mute = { name: 'mute', run: () => Promise.reject(reason) }
    expect(await runLanes([[mute]], ignore)).toMatchObject([{ passed: 0, failed: 1, report: expect.stringMatching(/./) }])
  })

  it('are summed up with each failure, and the count as the last line', () => {
    const text = summary([{ name: 'types', ...single('') }, { name: 'lint', ...single('a.ts: no-console') }, { name: 'tests', passed: 40, failed: 2, report: 'two fell' }])
    expect(text).toContain('✗ lint\na.ts: no-console')
    expect(text).toContain('✗ tests\ntwo fell')
    expect(text.split('\n').at(-1)).toBe('41 passed, 3 failed')
  })
})
