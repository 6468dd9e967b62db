import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { endpoints } from '@shared/endpoints'
import { proofs } from '@/capabilities/cases/proofs'
import { dropSession, keepSession } from '@/platform'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer } from '../../../../tests/support/phone/server'
import RatePage from '.'

const caseNo = '11440100007482575H3440118009000202601050001'
const receipt = { by: 'name', caseNo, name: '演示用户一' } as const
let server: PhoneServer
const open = async (params: Record<string, string>) => {
  server = await servePhone(({ path }) => (path === '/api/tickets'
    ? { body: { tickets: [{ ...endpoints.readTicket.example.output, state: 'finished', windowId: '5', endedAt: 1 }], missing: [] } }
    : { status: 404, body: { error: { code: 'RATING_NOT_FOUND', message: 'none', retry: 'never', requestId: 'r' } } }))
  phone.params = params
  act(() => keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }))
  render(<RatePage />)
}
const asked = () => server.received.filter(({ path }) => path.includes('rating')).map(({ method, path, body }) => [method, path, body])

afterEach(async () => {
  cleanup()
  act(() => dropSession())
  await server.close()
})

// Before any receipt was looked up: what was is remembered for a while.
test('a receipt that is not known any more says so', async () => {
  await open({ receipt: 'last' })
  expect(screen.getByText('为了安全，查过的回执不保存')).toBeInTheDocument()
  expect(asked()).toEqual([])
})

test.each([
  ['a visit', { id: 'tianhe.0h3k9q2m7x5v8b1n4c6d' }, ['GET', '/api/tickets/tianhe.0h3k9q2m7x5v8b1n4c6d/rating', undefined]],
  ['a case of mine', { case: caseNo }, ['GET', `/api/cases/${caseNo}/rating?personId=self`, undefined]],
  ['a case of an enterprise', { case: caseNo, person: 'p000000000000000000000001' }, ['GET', `/api/cases/${caseNo}/rating?personId=p000000000000000000000001`, undefined]],
  ['the receipt last looked up', { receipt: 'last' }, ['POST', '/api/cases/rating/search', receipt]],
  ['the one visit to a window', { hall: 'tianhe', window: '5' }, ['GET', '/api/tickets/tianhe.0h3k9q2m7x5v8b1n4c6d/rating', undefined]],
] as const)('%s is what its address says', async (_, params, question) => {
  proofs.keep(receipt, endpoints.findCase.example.output as never)
  await open(params)
  await waitFor(() => expect(asked()).toContainEqual(question))
  expect(await screen.findByRole('radio', { name: '非常满意' })).toBeInTheDocument()
})
