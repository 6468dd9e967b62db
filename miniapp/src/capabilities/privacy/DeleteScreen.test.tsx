import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { setLanguage } from '@/i18n'
import { currentSession, dropSession, keepSession } from '@/platform'
import { personalKeep } from '@/platform/keep'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Reply } from '../../../../tests/support/phone/server'
import { keptOf } from './builders'
import { DeleteScreen } from './DeleteScreen'

const foreseen = keptOf({ what: { zh: '事先说的', en: 'Told before' } })
const answered = keptOf({ what: { zh: '事后说的', en: 'Told after' }, until: null })
const refusal = (status: number, code: string): Reply => ({ status, body: { error: { code, message: `message of ${code}`, retry: 'never', requestId: 'r-1' } } })
let server: PhoneServer
const serve = async (removal: (count: number) => Reply, held: Reply = { body: { parts: [], keptByLaw: [foreseen], asOf: 1 } }): Promise<void> => {
  server = await servePhone(({ method }) => (method === 'POST' ? removal(removals().length) : held))
  act(() => keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }))
  personalKeep.write('draft/tianhe', { priority: 'disabled' })
}
const removals = () => server.received.filter(({ method }) => method === 'POST')
afterEach(async () => { act(() => { dropSession(); setLanguage('zh') }); await server.close() })
const foot = (): void => { fireEvent.click(screen.getByRole('button', { name: '删除我的数据' })) }
const tick = (): void => { fireEvent.click(screen.getByRole('checkbox', { name: '我知道删除后不能恢复' })) }
const sure = async (): Promise<void> => { await act(async () => { fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '确定删除' })) }) }
const show = async (): Promise<void> => { render(<DeleteScreen />); await screen.findByText('事先说的') }
const left = (): string[] => [...phone.storage.keys()].filter((name) => /draft|holder|session/.test(name))

test('says first what goes, what is given back and what the law keeps; and takes two steps', async () => {
  await serve(() => ({ body: { keptByLaw: [answered] } }))
  await show()
  for (const text of [/存着的您的数据都会删除，不能恢复/, /还没办的排队号和预约会退回/, /所有设备都会退出登录/, /已递交的办件照常办理/]) expect(screen.getByText(text)).toBeInTheDocument()
  foot()
  expect(screen.getByRole('alert')).toHaveTextContent('请先勾选')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  tick()
  foot()
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '不删除' }))
  expect(removals()).toEqual([])
  expect(currentSession()).not.toBeNull()
})

test('deleted: what stays is told from the answer, and the phone has forgotten the person', async () => {
  await serve(() => ({ body: { keptByLaw: [answered] } }))
  await show()
  expect(left()).not.toEqual([])
  tick()
  foot()
  await sure()
  expect(await screen.findByText('已删除')).toBeInTheDocument()
  expect(screen.getByText('事后说的')).toBeInTheDocument()
  expect(screen.getByText('由办理部门依法保存')).toBeInTheDocument()
  expect(removals().map(({ path, body }) => ({ path, body }))).toEqual([{ path: '/api/my-data/deletion', body: { sure: true } }])
  expect(currentSession()).toBeNull()
  expect(left()).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: '回首页' }))
  expect(phone.opened.at(-1)?.url).toBe('/pages/home/index')
})

test('a lost answer says that it may be done; once more finds out', async () => {
  await serve((count) => (count === 1 ? 'drop' : refusal(401, 'UNAUTHENTICATED')))
  await show()
  tick()
  foot()
  await sure()
  expect(await screen.findByText(/可能已经删除，也可能没有/)).toBeInTheDocument()
  expect(currentSession()).not.toBeNull()
  foot()
  await sure()
  expect(await screen.findByText('已删除')).toBeInTheDocument()
  expect(screen.getByText('事先说的')).toBeInTheDocument()
  expect(left()).toEqual([])
})

test('a session that had run out is no deletion', async () => {
  await serve(() => refusal(401, 'UNAUTHENTICATED'))
  await show()
  tick()
  foot()
  await sure()
  expect(await screen.findByText('这里的登录已结束')).toBeInTheDocument()
  expect(screen.queryByText('已删除')).not.toBeInTheDocument()
})

test('a refusal is said, and nothing is forgotten', async () => {
  await serve(() => refusal(403, 'FORBIDDEN'))
  await show()
  tick()
  foot()
  await sure()
  expect(await screen.findByText('message of FORBIDDEN')).toBeInTheDocument()
  expect(currentSession()).not.toBeNull()
  expect(left()).toContain('yichuang.draft/tianhe')
})

test('what the law keeps may be unknown beforehand; that stops nobody', async () => {
  await serve(() => ({ body: { keptByLaw: [] } }), refusal(503, 'UNAVAILABLE'))
  render(<DeleteScreen />)
  expect(await screen.findByText('message of UNAVAILABLE')).toBeInTheDocument()
  tick()
  foot()
  await sure()
  expect(await screen.findByText('已删除')).toBeInTheDocument()
  expect(screen.getByText('没有。')).toBeInTheDocument()
})

test('without a session it leads to signing in, in English too', async () => {
  await serve(() => ({ body: { keptByLaw: [] } }))
  act(() => { dropSession(); setLanguage('en') })
  render(<DeleteScreen />)
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(phone.opened.at(-1)?.url).toBe('/pages/sign-in/index?next=%2Fpages%2Faccount%2Fdelete-me%2Findex')
})
