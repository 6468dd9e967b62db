import { useStack } from '../support/stack'

const stack = useStack()

/** Nothing of ours; Node's fetch would tidy them up, so they go out as they are. */
const strange = ['/%E0%A4%A', '/%00', '/a%00b', '//elsewhere.example', '/%2e%2e/%2e%2e/x', '/..%2f..%2fetc/passwd', '/api-docs/%00', '/s/%E0%A4%A', '/pages/%E0%A4%A']

describe('an address that is none of ours', () => {
  it.each(strange)('%s is never our fault', async (path) => {
    const { status, text } = await stack().http.ask(stack().url, { method: 'GET', path })
    expect([path, status < 500]).toEqual([path, true])
    expect(text).not.toMatch(/node_modules|at .*\.ts/)
  })
})
