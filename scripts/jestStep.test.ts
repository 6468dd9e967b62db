import { countJest } from './jestStep.mjs'

const test = (status: string, fullName = status) => ({ status, fullName, failureMessages: status === 'failed' ? ['expected 1, got 2'] : [] })
const file = (name: string, ...assertionResults: ReturnType<typeof test>[]) =>
  ({ name, status: assertionResults.some(({ status }) => status === 'failed') ? 'failed' : 'passed', message: '', assertionResults })

describe('the count of jest’s tests', () => {
  it('is what passed and what failed, each failure with its words', () => {
    const outcome = countJest({ testResults: [file('a.test.ts', test('passed'), test('failed', 'it adds')), file('b.test.ts', test('passed'))] }, 1)
    expect(outcome).toMatchObject({ passed: 2, failed: 1 })
    expect(outcome.report).toMatch(/a\.test\.ts: it adds\nexpected 1, got 2/)
  })

  it.each(['pending', 'todo', 'skipped', 'disabled'])('takes a %s test for a failed one', (status) => {
    expect(countJest({ testResults: [file('a.test.ts', test(status))] }, 0)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('takes a file that could not be run for a failed test', () => {
    const unread = { name: 'c.test.ts', status: 'failed', message: 'SyntaxError', assertionResults: [] }
    expect(countJest({ testResults: [file('a.test.ts', test('passed')), unread] }, 1)).toMatchObject({ passed: 1, failed: 1, report: expect.stringContaining('SyntaxError') })
  })

  it('is a failure when nothing ran, or when jest failed and named no test', () => {
    expect(countJest({ testResults: [] }, 0)).toMatchObject({ passed: 0, failed: 1 })
    expect(countJest({ testResults: [file('a.test.ts', test('passed'))] }, 1)).toMatchObject({ passed: 1, failed: 1 })
  })
})
