import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { MessagePermit, MessageSettings } from '@shared/messages'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession } from '@/platform'
import { phone } from '../../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../../tests/support/phone/server'
import { aPermit, someSettings } from '../builders'
import { SettingsScreen } from './SettingsScreen'

let server: PhoneServer
let settings: MessageSettings
let permits: readonly MessagePermit[]
let onChange: (request: Received, count: number) => Reply | null
const refusal = (status: number, code: string): Reply => ({ status, body: { error: { code, message: `message of ${code}`, retry: 'later', requestId: 'r-1' } } })

const serve = async (first: MessageSettings | Reply, signedIn = true) => {
  const known = typeof first === 'object' && 'off' in first
  settings = known ? first : someSettings()
  let changes = 0
  server = await servePhone((request) => {
    if (request.path === '/api/message-permits') {
      if (request.method === 'POST') {
        const { answers } = request.body as { answers: { templateId: string; answer: string }[] }
        permits = permits.map((permit) => ({ ...permit, left: permit.left + answers.filter(({ templateId, answer }) => templateId === permit.templateId && answer === 'accept').length }))
      }
      return { body: { permits } }
    }
    if (request.method === 'PUT') {
      changes += 1
      const other = onChange(request, changes)
      if (other) return other
      settings = request.body as MessageSettings
    }
    return known ? { body: settings } : first
  })
  if (signedIn) act(() => keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }))
}
const show = async (...parts: Parameters<typeof serve>) => { await serve(...parts); render(<SettingsScreen />) }
const changes = () => server.received.filter(({ method }) => method === 'PUT').map(({ body }) => body)
const kind = (name: RegExp) => screen.findByRole('switch', { name })
const tap = async (name: string | RegExp): Promise<void> => { const button = await screen.findByRole('button', { name }); await act(async () => { fireEvent.click(button) }) }

beforeEach(() => { permits = []; onChange = () => null })
afterEach(async () => {
  cleanup()
  Object.assign(globalThis, { TARGET: 'h5' })
  act(() => { dropSession(); setLanguage('zh') })
  await server.close()
})

describe('which messages', () => {
  test('each kind says what it is, and is turned off at once, which is said', async () => {
    await show(someSettings({ off: ['rating'] }))
    expect(await kind(/^差评的答复，/)).toHaveAttribute('aria-checked', 'false')
    const news = await kind(/^办件进展，办件有进展、要您补材料或办好了/)
    fireEvent.click(news)
    expect(news).toHaveAttribute('aria-checked', 'false')
    expect((await screen.findByText('已保存')).closest('[role=status]')).not.toBeNull()
    expect(changes()).toEqual([someSettings({ off: ['rating', 'case'] })])
    // So that no tap asks to allow what is not wanted.
    await waitFor(() => expect(phone.storage.get('yichuang.messages/off')).toMatchObject({ value: ['rating', 'case'] }))
  })

  test('a call cannot be turned off, and says why', async () => {
    await show(someSettings({ off: ['called'] }))
    const call = await kind(/^叫号，.*叫号不能关/)
    expect(call).toHaveAttribute('aria-checked', 'true')
    expect(call).toHaveAttribute('aria-disabled', 'true')
    fireEvent.click(call)
    expect(changes()).toEqual([])
  })

  test('how many are ahead when it is near is chosen from 1 to 20, and only while that is wanted', async () => {
    await show(someSettings({ ahead: 20 }))
    await screen.findByRole('group', { name: '前面还有几人时提醒' })
    fireEvent.click(screen.getByRole('button', { name: '前面还有几人时提醒：增加' }))
    await tap('前面还有几人时提醒：减少')
    await waitFor(() => expect(changes()).toEqual([someSettings({ ahead: 19 })]))
    fireEvent.click(await kind(/^快到号，/))
    expect(screen.queryByRole('group', { name: '前面还有几人时提醒' })).not.toBeInTheDocument()
  })
})

describe('when', () => {
  test('quiet hours say that a call comes all the same, and when they end on the next day', async () => {
    await show(someSettings())
    fireEvent.click(await kind(/^免打扰时段，.*叫号除外/))
    expect(screen.getByText('到（次日）')).toBeInTheDocument()
    await waitFor(() => expect(settings.quiet).toEqual({ from: '22:00', until: '07:00' }))
    await tap('从：增加')
    await waitFor(() => expect(settings.quiet).toEqual({ from: '22:30', until: '07:00' }))
    expect(within(screen.getByRole('group', { name: '从' })).getByText('22:30')).toBeInTheDocument()
    fireEvent.click(await kind(/^免打扰时段/))
    await waitFor(() => expect(settings.quiet).toBeNull())
  })

  test('how many a day is changed by one', async () => {
    await show(someSettings({ cap: 1 }))
    await tap('每天最多几条：增加')
    await waitFor(() => expect(settings.cap).toBe(2))
  })
})

describe('saving', () => {
  test('quick taps in a row end with the last, however many are sent', async () => {
    await show(someSettings({ ahead: 3 }))
    const more = await screen.findByRole('button', { name: '前面还有几人时提醒：增加' })
    for (let tapped = 0; tapped < 5; tapped += 1) fireEvent.click(more)
    expect(within(screen.getByRole('group', { name: '前面还有几人时提醒' })).getByText('8')).toBeInTheDocument()
    await waitFor(() => expect(settings.ahead).toBe(8))
    expect(await screen.findByText('已保存')).toBeInTheDocument()
    expect(changes().length).toBeLessThanOrEqual(2)
  })

  test('a failure keeps the old value, and says so and why', async () => {
    onChange = () => refusal(503, 'UNAVAILABLE')
    await show(someSettings())
    fireEvent.click(await kind(/^办件进展/))
    expect(await screen.findByRole('alert')).toHaveTextContent('没有保存，还是原来的设置')
    expect(await kind(/^办件进展/)).toHaveAttribute('aria-checked', 'true')
    onChange = () => null
    fireEvent.click(await kind(/^办件进展/))
    expect(await screen.findByText('已保存')).toBeInTheDocument()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  test('a change that went through unheard is shown as the server has it', async () => {
    onChange = (request) => { settings = request.body as MessageSettings; return 'drop' }
    await show(someSettings())
    fireEvent.click(await kind(/^办件进展/))
    expect(await screen.findByRole('alert')).toBeInTheDocument()
    await waitFor(() => expect(screen.getByRole('switch', { name: /^办件进展/ })).toHaveAttribute('aria-checked', 'false'))
  })
})

describe('nothing to show', () => {
  test('signed out: asked to sign in, and back here', async () => {
    await show(someSettings(), false)
    await tap('去登录')
    expect(phone.opened.at(-1)?.url).toBe('/pages/sign-in/index?next=%2Fpages%2Fmessages%2Fsettings%2Findex')
  })

  test('failed: why, and again', async () => {
    await show(refusal(503, 'UNAVAILABLE'))
    expect(await screen.findByRole('alert')).toHaveTextContent('暂时看不到消息设置')
    expect(screen.getByRole('button', { name: '再试一次' })).toBeInTheDocument()
  })
})

describe('what the host lets through', () => {
  const onWechat = async (mine: readonly MessagePermit[]) => {
    Object.assign(globalThis, { TARGET: 'weapp' })
    permits = mine
    await show(someSettings())
  }

  test('the web says that it carries none, and asks nothing', async () => {
    await show(someSettings())
    expect(await screen.findByText(/网页上没有推送，消息都在收件箱里/)).toBeInTheDocument()
    expect(server.received.map(({ path }) => path)).not.toContain('/api/message-permits')
  })

  test('says what is left, what is for good, and that nothing is lost without', async () => {
    await onWechat([aPermit({ left: 2 }), aPermit({ templateId: 'near', kinds: ['near', 'missed'] }), aPermit({ templateId: 'case', kinds: ['case'], lasting: true })])
    expect(await screen.findByText('还能发 2 条')).toBeInTheDocument()
    expect(screen.getByText('快到号，过号')).toBeInTheDocument()
    expect(screen.getByText('用完了，允许后才能再发')).toBeInTheDocument()
    expect(screen.getByText('已长期允许')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '允许：办件进展' })).not.toBeInTheDocument()
    expect(screen.getByText(/没有允许也不会漏：收件箱里都有，打开小程序就能看到/)).toBeInTheDocument()
  })

  test('more is allowed in the tap itself, told to the server under a key, and shown', async () => {
    await onWechat([aPermit()])
    phone.permissions = { called: 'accept' }
    const button = await screen.findByRole('button', { name: '允许：叫号' })
    fireEvent.click(button)
    // The host asks nobody once anything was awaited.
    expect(phone.askedFor).toEqual([['called']])
    expect(await screen.findByText('已允许')).toBeInTheDocument()
    expect(await screen.findByText('还能发 1 条')).toBeInTheDocument()
    const told = server.received.filter(({ method }) => method === 'POST')
    expect(told.map(({ body }) => body)).toEqual([{ answers: [{ templateId: 'called', answer: 'accept' }] }])
    expect(told[0]?.headers['idempotency-key']).toMatch(/^[A-Za-z0-9_-]{16,64}$/)
  })

  test('a no says what that means; a no for good says how to change it', async () => {
    await onWechat([aPermit(), aPermit({ templateId: 'near', kinds: ['near'], refused: true })])
    phone.permissions = { called: 'reject' }
    await tap('允许：叫号')
    expect(await screen.findByText('没有允许。收件箱里照样有，打开小程序就能看到。')).toBeInTheDocument()
    expect(screen.getByText(/点右上角“…”，进“设置”，在“通知”里打开这一项/)).toBeInTheDocument()
    phone.permissions = { near: 'accept' }
    await tap('再问一次：快到号')
    expect(phone.askedFor.at(-1)).toEqual(['near'])
  })
})
