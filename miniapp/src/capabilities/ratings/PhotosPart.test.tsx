import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { dropSession, keepSession } from '@/platform'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../tests/support/phone/server'
import { aRating } from './builders'
import { RateScreen } from './RateScreen'

const ticketId = 'tianhe.0h3k9q2m7x5v8b1n4c6d'
const jpeg = (last: number): Uint8Array => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, last])
const idOf = (last: number): string => String(last).repeat(26)

let server: PhoneServer
let onUpload: (request: Received, count: number) => Reply | Promise<Reply>
const uploads = () => server.received.filter(({ path }) => path === '/api/photos')
const ratings = () => server.received.filter(({ method, path }) => method === 'POST' && path.endsWith('/rating'))
const add = async (...photos: readonly Uint8Array[]): Promise<void> => {
  phone.photos = photos
  const button = screen.getByRole('button', { name: '加照片' })
  await act(async () => { fireEvent.click(button) })
}
const stored = ({ body }: Received): Reply => ({ status: 201, body: { photoId: idOf((body as Uint8Array)[4] ?? 0), width: 1600, height: 1200 } })

beforeEach(async () => {
  let count = 0
  onUpload = stored
  server = await servePhone((request) => {
    const { method, path } = request
    if (path === '/api/photos') { count += 1; return onUpload(request, count) }
    if (method === 'POST') return { status: 201, body: aRating() }
    if (path.endsWith('/rating')) return { status: 404, body: { error: { code: 'RATING_NOT_FOUND', message: 'none', retry: 'never', requestId: 'r' } } }
    return { body: { ticketId, number: 'A040', state: 'finished', hallName: { zh: '天河', en: 'T' }, lineName: { zh: '综合', en: 'G' } } }
  })
  act(() => keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }))
  render(<RateScreen subject={{ kind: 'visit', ticketId }} />)
  fireEvent.click(await screen.findByRole('radio', { name: '满意' }))
})
afterEach(async () => {
  cleanup()
  act(() => dropSession())
  await server.close()
})

test('photos are brought as they are chosen, shown, and named in the rating', async () => {
  await add(jpeg(1), jpeg(2))
  await waitFor(() => expect(screen.getByRole('button', { name: '提交评价' })).toHaveAttribute('aria-disabled', 'false'))
  expect(uploads().map(({ headers, body }) => [headers['content-type'], [...(body as Uint8Array)]])).toEqual([['image/jpeg', [...jpeg(1)]], ['image/jpeg', [...jpeg(2)]]])
  const images = screen.getAllByRole('group', { name: /^第 \d 张照片/ }).map((one) => one.querySelector('img')?.getAttribute('src'))
  expect(images).toEqual(['photo://0', 'photo://1'])
  fireEvent.click(screen.getByRole('button', { name: '提交评价' }))
  await waitFor(() => expect(ratings()[0]?.body).toMatchObject({ photos: [idOf(1), idOf(2)] }))
})

test('three are enough: the fourth is not taken, and one that is removed makes room', async () => {
  await add(jpeg(1), jpeg(2), jpeg(3), jpeg(4))
  await waitFor(() => expect(uploads()).toHaveLength(3))
  expect(screen.queryByRole('button', { name: '加照片' })).not.toBeInTheDocument()
  fireEvent.click(screen.getByRole('button', { name: '移除，第 2 张照片' }))
  expect(screen.getByRole('button', { name: '加照片' })).toBeInTheDocument()
  await waitFor(() => expect(screen.getByRole('button', { name: '提交评价' })).toHaveAttribute('aria-disabled', 'false'))
  fireEvent.click(screen.getByRole('button', { name: '提交评价' }))
  await waitFor(() => expect(ratings()[0]?.body).toMatchObject({ photos: [idOf(1), idOf(3)] }))
})

test('while one is on its way the rating waits for it', async () => {
  let there = (_: Reply): void => undefined
  onUpload = () => new Promise((resolve) => { there = resolve })
  await add(jpeg(1))
  expect(await screen.findByText('照片还在上传，请稍等')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '提交评价' })).toHaveAttribute('aria-disabled', 'true')
  await waitFor(() => expect(uploads()).toHaveLength(1))
  act(() => there({ status: 201, body: { photoId: idOf(1), width: 1, height: 1 } }))
  await waitFor(() => expect(screen.getByRole('button', { name: '提交评价' })).toHaveAttribute('aria-disabled', 'false'))
})

test('one that did not arrive says so, and can be sent again or removed', async () => {
  onUpload = (request, count) => (count === 1 ? 'drop' : stored(request))
  await add(jpeg(1))
  expect(await screen.findByText('有照片没有传上，请再传或移除')).toBeInTheDocument()
  fireEvent.click(within(screen.getByRole('group', { name: '第 1 张照片，没有传上' })).getByRole('button', { name: '再传一次，第 1 张照片' }))
  await waitFor(() => expect(screen.getByRole('button', { name: '提交评价' })).toHaveAttribute('aria-disabled', 'false'))
  expect(uploads()).toHaveLength(2)
})

test('one the server will not have says why, and that the rating goes without it', async () => {
  onUpload = () => ({ status: 413, body: { error: { code: 'PHOTO_TOO_LARGE', message: '照片不能超过 10 MB，请换一张小一些的。', retry: 'never', requestId: 'r', details: { megabytes: 10 } } } })
  await add(jpeg(1))
  expect(await screen.findByText('照片不能超过 10 MB，请换一张小一些的。不加照片也可以提交。')).toBeInTheDocument()
})

test('what is no picture is not sent, and said; going away says nothing', async () => {
  await add(new Uint8Array([1, 2, 3]))
  expect(await screen.findByText(/没有读出照片/)).toBeInTheDocument()
  phone.photos = null
  await act(async () => { fireEvent.click(screen.getByRole('button', { name: '加照片' })) })
  await waitFor(() => expect(screen.queryByText(/没有读出照片/)).not.toBeInTheDocument())
  expect(uploads()).toEqual([])
})
