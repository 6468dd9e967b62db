import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import type { Person } from '@shared/persons'
import { serviceDay } from '@shared/time'
import { setLanguage } from '@/i18n'
import { dropSession, keepSession, now } from '@/platform'
import { phone } from '../../../../tests/support/phone/taro'
import { servePhone, type PhoneServer, type Received, type Reply } from '../../../../tests/support/phone/server'
import { AddPersonScreen } from './AddPersonScreen'
import { enterpriseOf, personOf } from './builders'
import { ChoosePerson } from './ChoosePerson'
import { MyPersons } from './MyPersons'
import { PersonsScreen } from './PersonsScreen'
import { shownDay } from './usePersonWords'

const ID = '11010519491231002X'
const CHILD_WITH_ANY_CHECK = Array.from('0123456789X', (check) => `44010620200105001${check}`)
const refusal = (status: number, code: string): Reply => ({ status, body: { error: { code, message: `message of ${code}`, retry: 'never', requestId: 'r-1' } } })
const listed = (persons: readonly Person[]): Reply => ({ body: { persons, most: 5 } })
const five = Array.from({ length: 5 }, (_, n) => personOf({ personId: `p${String(n).repeat(24)}`, name: `${n}*` }))

let server: PhoneServer
const serve = async (reply: (request: Received, count: number) => Reply, signedIn = true): Promise<void> => {
  server = await servePhone(reply)
  if (signedIn) act(() => keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }))
}
afterEach(async () => {
  act(() => { dropSession(); setLanguage('zh') })
  await server.close()
})
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const write = (label: string, value: string): void => { fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } }) }
const posts = () => server.received.filter(({ method }) => method === 'POST')

describe('the list', () => {
  const removeFirst = async (): Promise<void> => {
    fireEvent.click(await screen.findByRole('button', { name: '移除 张*' }))
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '移除' }))
  }

  test('shows who they are, never more than a mask, and what has ended', async () => {
    await serve(() => listed([personOf(), enterpriseOf({ expired: true }), enterpriseOf({ personId: `p${'2'.repeat(24)}`, name: '演示贸易有限公司' })]))
    render(<PersonsScreen />)
    expect(await screen.findByText('张*')).toBeInTheDocument()
    for (const text of ['父母', '1****************X', '授权已到期', '授权至 2026-12-31', '可预约，可查办件', '已添加 3 位，最多 5 位']) expect(screen.getByText(text)).toBeInTheDocument()
    expect(screen.getByText(/到期的再添加一次即为续期/)).toBeInTheDocument()
    fireEvent.click(button('添加办理人'))
    expect(phone.opened.at(-1)?.url).toBe('/pages/persons/index?add=1')
  })

  test('of an enterprise it says what was granted, and no more', async () => {
    await serve(() => listed([enterpriseOf({ grants: ['book'] }), enterpriseOf({ personId: `p${'2'.repeat(24)}`, name: '演示贸易有限公司', grants: [] })]))
    render(<PersonsScreen />)
    expect(await screen.findByText('可预约')).toBeInTheDocument()
    expect(screen.getByText('企业没有授权任何操作')).toBeInTheDocument()
    expect(screen.queryByText(/可查办件/)).not.toBeInTheDocument()
  })

  test.each([
    ['an authorisation', enterpriseOf({ expired: true }), '授权已到期', 'enterprise'], ['a guardian’s consent', personOf({ expired: true, relation: 'child' }), '监护人的同意已到期（对方已成年）', 'family'],
  ])('%s that has ended is shown as ended, with the way to renew it', async (_, person, said, kind) => {
    await serve(() => listed([person]))
    render(<PersonsScreen />)
    expect(await screen.findByText(said)).toHaveClass('is-expired')
    fireEvent.click(button(`为 ${person.name} 续期`))
    expect(phone.opened.at(-1)?.url).toBe(`/pages/persons/index?add=${kind}`)
  })

  test('a name somebody made up is shown as text', async () => {
    await serve(() => listed([enterpriseOf({ name: '<img src=x onerror=alert(1)>' })]))
    const { container } = render(<PersonsScreen />)
    expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeInTheDocument()
    expect(container.querySelector('img')).toBeNull()
  })

  test('empty, it says what it is for; full, why only a renewal is left', async () => {
    let persons: readonly Person[] = []
    await serve(() => listed(persons))
    const { unmount } = render(<PersonsScreen />)
    expect(await screen.findByText('还没有添加办理人')).toBeInTheDocument()
    unmount()
    persons = five
    render(<PersonsScreen />)
    expect(await screen.findByText('已满 5 位，移除一位后可再添加')).toBeInTheDocument()
    expect(button('添加办理人')).toHaveAttribute('aria-disabled', 'true')
  })

  test('removing asks first, removes that one, and lists anew', async () => {
    let persons: readonly Person[] = [personOf(), enterpriseOf()]
    await serve(({ method, path }) => {
      if (method !== 'DELETE') return listed(persons)
      persons = persons.filter(({ personId }) => !path.endsWith(personId))
      return { body: { removed: true } }
    })
    render(<PersonsScreen />)
    fireEvent.click(await screen.findByRole('button', { name: '移除 张*' }))
    expect(within(screen.getByRole('dialog')).getByText(/已有的预约仍然有效/)).toBeInTheDocument()
    fireEvent.click(button('不移除'))
    expect(server.received.every(({ method }) => method === 'GET')).toBe(true)
    await removeFirst()
    await waitFor(() => expect(screen.queryByText('张*')).not.toBeInTheDocument())
    expect(screen.getByText('演示科技有限公司')).toBeInTheDocument()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  test('a removal that did not arrive says so; one that had been made before is no fault', async () => {
    let reply: Reply = 'drop'
    await serve(({ method }) => (method === 'DELETE' ? reply : listed([personOf()])))
    render(<PersonsScreen />)
    await removeFirst()
    expect(await screen.findByText('网络不好，请再试一次。')).toBeInTheDocument()
    expect(screen.getByText('张*')).toBeInTheDocument()
    reply = refusal(404, 'PERSON_NOT_FOUND')
    await removeFirst()
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  test('an error can be tried again; without a session it leads to signing in', async () => {
    let broken = true
    await serve(() => (broken ? refusal(503, 'UNAVAILABLE') : listed([personOf()])))
    const { unmount } = render(<PersonsScreen />)
    expect(await screen.findByText('message of UNAVAILABLE')).toBeInTheDocument()
    broken = false
    fireEvent.click(button('再试一次'))
    expect(await screen.findByText('张*')).toBeInTheDocument()
    unmount()
    act(() => dropSession())
    render(<PersonsScreen />)
    fireEvent.click(button('去登录'))
    expect(phone.opened.at(-1)?.url).toBe(`/pages/sign-in/index?next=${encodeURIComponent('/pages/persons/index')}`)
  })

  test('is reached from “Me” by who is signed in, in English too', async () => {
    await serve(() => listed([]), false)
    render(<MyPersons />)
    expect(screen.queryByText('办理人')).not.toBeInTheDocument()
    act(() => { keepSession({ token: 'a'.repeat(43), name: '演*', expiresAt: Date.UTC(2100, 0, 1) }); setLanguage('en') })
    fireEvent.click(screen.getByText('People I book for'))
    expect(phone.opened.at(-1)?.url).toBe('/pages/persons/index')
  })
})

describe('adding', () => {
  const fill = (number = ID): void => {
    write('姓名', '张三')
    write('身份证号', number)
    fireEvent.click(screen.getByRole('radio', { name: '父母' }))
  }
  const tick = (): void => { fireEvent.click(screen.getByRole('checkbox')) }

  test('a family member: nothing goes out before it is right and consented; then back to where one was', async () => {
    await serve(() => ({ status: 201, body: personOf() }))
    phone.pages = 2
    render(<AddPersonScreen />)
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    fireEvent.click(button('添加'))
    expect(screen.getByRole('alert')).toHaveTextContent('请填写姓名或名称')
    fill('110105194912310021')
    expect(screen.getByRole('alert')).toHaveTextContent('身份证号不对，请核对 18 位号码')
    write('身份证号', '110105 19491231 002x')
    expect(screen.getByRole('alert')).toHaveTextContent('请勾选同意')
    expect(posts()).toEqual([])
    tick()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    fireEvent.click(button('添加'))
    await waitFor(() => expect(phone.opened.at(-1)?.how).toBe('navigateBack'))
    expect(posts().map(({ body, path }) => ({ body, path }))).toEqual([{ path: '/api/persons', body: { kind: 'family', name: '张三', idNumber: ID, relation: 'parent', consent: true, consentBy: 'given' } }])
  })

  test('a small child: only a guardian consents, and a consent ticked before is asked for anew', async () => {
    await serve(() => ({ status: 201, body: personOf() }))
    render(<AddPersonScreen />)
    fill()
    tick()
    for (const number of CHILD_WITH_ANY_CHECK) if (!screen.queryByText('未满 14 周岁，须由监护人同意')) write('身份证号', number)
    expect(screen.getByRole('checkbox', { name: /我是监护人/ })).toHaveAttribute('aria-checked', 'false')
    tick()
    fireEvent.click(button('添加'))
    await waitFor(() => expect(posts()).toHaveLength(1))
    expect(posts()[0]?.body).toMatchObject({ consentBy: 'guardian' })
  })

  test('an enterprise, with the last day of the authorisation', async () => {
    await serve(() => ({ status: 201, body: enterpriseOf() }))
    render(<AddPersonScreen />)
    fireEvent.click(screen.getByRole('radio', { name: '企业' }))
    write('企业名称', '演示科技有限公司')
    write('统一社会信用代码', '91350100m000100y43')
    const soon = serviceDay(now() + 40 * 86_400_000)
    write('授权截止日', shownDay(soon))
    expect(screen.getByText(`授权至 ${shownDay(soon)} 当天`)).toBeInTheDocument()
    tick()
    fireEvent.click(button('添加'))
    await waitFor(() => expect(posts()).toHaveLength(1))
    expect(posts()[0]?.body).toEqual({ kind: 'enterprise', name: '演示科技有限公司', creditCode: '91350100M000100Y43', authorisedUntil: soon, consent: true })
  })

  test('a lost answer is asked for with the same key, and the number is never stored on the phone', async () => {
    await serve((_, count) => (count < 3 ? 'drop' : { status: 201, body: personOf() }))
    phone.pages = 2
    render(<AddPersonScreen />)
    fill()
    tick()
    fireEvent.click(button('添加'))
    expect(await screen.findByText(/填的都还在/, {}, { timeout: 4000 })).toBeInTheDocument()
    expect(JSON.stringify([...phone.storage])).not.toMatch(/110105|19491231|张三/)
    fireEvent.click(button('添加'))
    await waitFor(() => expect(phone.opened.at(-1)?.how).toBe('navigateBack'))
    expect(new Set(posts().map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
    expect(server.received.every(({ path }) => path === '/api/persons')).toBe(true)
  })

  test.each<[string, number, RegExp]>([
    ['NAME_NOT_CONFIRMED', 422, /message of NAME_NOT_CONFIRMED 改过名或有生僻字的，请到窗口办理/], ['NOT_AUTHORISED', 403, /message of NOT_AUTHORISED 企业办理后，回到这里再点一次/],
    ['IDENTITY_UNAVAILABLE', 503, /没法核对。填的都还在，过几分钟再点/], ['REAL_NAME_NEEDED', 403, /要先认证您本人的实名/],
  ])('%s says what to do next, and what was written stays', async (code, status, said) => {
    await serve(() => refusal(status, code))
    render(<AddPersonScreen />)
    fill()
    tick()
    fireEvent.click(button('添加'))
    expect(await screen.findByText(said)).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: '身份证号' })).toHaveValue(ID)
    if (code !== 'REAL_NAME_NEEDED') return
    fireEvent.click(button('去实名认证'))
    expect(phone.opened.at(-1)?.url).toBe('/pages/account/real-name/index?next=%2Fpages%2Fpersons%2Findex%3Fadd%3Dfamily')
  })

  test('renewing an enterprise begins with its form', async () => {
    await serve(() => ({ status: 201, body: enterpriseOf() }))
    render(<AddPersonScreen kind='enterprise' />)
    expect(screen.getByRole('textbox', { name: '统一社会信用代码' })).toBeInTheDocument()
  })

  test('a refusal is said in its own words, and what was written stays', async () => {
    await serve(() => refusal(422, 'PERSONS_FULL'))
    render(<AddPersonScreen />)
    fill()
    tick()
    fireEvent.click(button('添加'))
    expect(await screen.findByText('message of PERSONS_FULL')).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: '姓名' })).toHaveValue('张三')
  })
})

describe('choosing while booking', () => {
  test('oneself stands first; somebody else is one tap; an ended authorisation cannot be chosen', async () => {
    await serve(() => listed([personOf(), enterpriseOf({ expired: true })]))
    const change = jest.fn()
    render(<ChoosePerson value='self' onChange={change} />)
    expect(screen.getByRole('radio', { name: /本人/ })).toHaveAttribute('aria-checked', 'true')
    fireEvent.click(await screen.findByRole('radio', { name: '张*，父母' }))
    fireEvent.click(screen.getByRole('radio', { name: '演示科技有限公司，授权已到期' }))
    expect(change.mock.calls).toEqual([[personOf().personId]])
    fireEvent.click(button('添加办理人'))
    expect(phone.opened.at(-1)?.url).toBe('/pages/persons/index?add=1')
  })

  test('an enterprise that did not let one book is not offered; one that let nothing else is', async () => {
    await serve(() => listed([enterpriseOf({ grants: ['cases'] }), enterpriseOf({ personId: `p${'2'.repeat(24)}`, name: '演示贸易有限公司', grants: ['book'] })]))
    render(<ChoosePerson value='self' onChange={() => undefined} />)
    expect(await screen.findByRole('radio', { name: /^演示贸易有限公司/ })).toBeInTheDocument()
    expect(screen.queryByRole('radio', { name: /^演示科技有限公司/ })).not.toBeInTheDocument()
  })

  test('when the others cannot be had, one still books for oneself', async () => {
    await serve(() => refusal(503, 'UNAVAILABLE'))
    render(<ChoosePerson value='self' onChange={() => undefined} />)
    expect(await screen.findByText(/可先为本人预约/)).toBeInTheDocument()
    expect(screen.getAllByRole('radio')).toHaveLength(1)
  })
})
