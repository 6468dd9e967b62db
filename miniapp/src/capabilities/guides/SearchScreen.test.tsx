import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { setLanguage } from '@/i18n'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Reply } from '../../../../tests/support/phone/server'
import { aFound } from './builders'
import { SearchEntry } from './SearchEntry'
import { SearchScreen } from './SearchScreen'

let server: PhoneServer
const asked = (): string[] => server.received.map(({ path }) => new URL(path, server.url).searchParams.get('q') ?? '')
const show = async (reply: (q: string) => Reply | Promise<Reply>, q = '') => {
  server = await servePhone(({ path }) => reply(new URL(path, 'http://phone').searchParams.get('q') ?? ''))
  render(<SearchScreen asked={q} />)
}
const type = (text: string): void => { fireEvent.change(screen.getByRole('textbox', { name: '要办什么事' }), { target: { value: text } }) }
const opened = (): string | undefined => phone.opened.at(-1)?.url

afterEach(async () => {
  cleanup()
  act(() => setLanguage('zh'))
  await server.close()
})

test('everyday words find an item, say why it was found, and lead to its guide', async () => {
  await show(() => ({ body: { items: [aFound({ matched: '搬家' })] } }))
  type('搬家')
  fireEvent.click(await screen.findByRole('link', { name: /^户口迁入.*投靠、人才引进等迁入本市户口.*按“搬家”找到/ }))
  expect(opened()).toBe('/pages/guides/guide/index?item=household-move-in')
})

test('typing asks once it rests, not at each letter', async () => {
  await show(() => ({ body: { items: [aFound()] } }))
  for (const text of ['h', 'hu', 'huk', 'huko', 'hukou']) type(text)
  await screen.findByText('户口迁入')
  expect(asked()).toEqual(['hukou'])
})

test('the answer to the latest words wins, however late an older one comes', async () => {
  let answerFirst: (reply: Reply) => void = () => undefined
  await show((q) => q === '搬' ? new Promise<Reply>((resolve) => { answerFirst = resolve }) : { body: { items: [aFound({ itemId: 'new', name: { zh: '新的', en: 'new' } })] } })
  type('搬')
  await waitFor(() => expect(asked()).toEqual(['搬']))
  type('搬家')
  await screen.findByText('新的')
  answerFirst({ body: { items: [aFound({ itemId: 'old', name: { zh: '旧的', en: 'old' } })] } })
  await act(async () => { await new Promise((resolve) => { setTimeout(resolve, 100) }) })
  expect(screen.queryByText('旧的')).not.toBeInTheDocument()
  expect(screen.getByText('新的')).toBeInTheDocument()
})

test('with nothing typed nothing is asked; a common word is one tap away', async () => {
  await show(() => ({ body: { items: [aFound()] } }))
  expect(screen.getByText('大家常找')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '孩子上学' }))
  await screen.findByText('户口迁入')
  expect(asked()).toEqual(['孩子上学'])
})

test('a withdrawn item is found, and says so', async () => {
  await show(() => ({ body: { items: [aFound({ withdrawn: { since: '20250901', reason: '', replacedBy: [] } })] } }))
  type('户口')
  expect(await screen.findByRole('link', { name: /^户口迁入.*已取消/ })).toBeInTheDocument()
})

test('nothing found says what was asked and what to do', async () => {
  await show(() => ({ body: { items: [] } }), 'zzzz')
  expect(await screen.findByText('没有找到“zzzz”')).toBeInTheDocument()
  expect(screen.getByText(/12345/)).toBeInTheDocument()
})

test('a search that fails is no empty answer; what was found before says for which words it is', async () => {
  await show((q) => q === '搬家' ? { body: { items: [aFound()] } } : { status: 503, body: { error: { code: 'UNAVAILABLE', message: '系统繁忙', retry: 'later', requestId: 'r-1' } } })
  type('搬家')
  await screen.findByText('户口迁入')
  type('搬家了')
  expect(await screen.findByText('网络不通，以下是刚才“搬家”的结果')).toBeInTheDocument()
  type('')
  await screen.findByText('大家常找')
  type('别的')
  expect(await screen.findByText('现在不能搜索')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '再试一次' })).toBeInTheDocument()
  expect(screen.queryByText(/没有找到/)).not.toBeInTheDocument()
})

test('the home page leads to it', async () => {
  await show(() => ({ body: { items: [] } }))
  cleanup()
  act(() => setLanguage('en'))
  render(<SearchEntry />)
  fireEvent.click(screen.getByText('What do you need?'))
  expect(opened()).toBe('/pages/guides/search/index')
})
