import { useStack } from '../support/stack'
import type { Host } from './host/host'
import type { ViewElement } from './host/view'
import { aPhone, onTheScreen, openings, pageOf } from './visit'

const nativeControls = ['button', 'input', 'textarea', 'switch', 'picker']
/** What listens to a tap; those that are disabled do not. */
const tappable = ({ tag, events }: ViewElement): boolean => nativeControls.includes(tag) || events.includes('tap')

describe.each(['weapp', 'alipay'] as const)('the built %s package', (name) => {
  const stack = useStack({ settings: { RATE_LIMITS: 'false' } })
  let host: Host
  beforeEach(() => { host = aPhone(name, stack()) })
  afterEach(() => { host.close(); expect(host.faults).toEqual([]) })

  /** Everything on the page that can be tapped, with what a screen reader makes of it. */
  const controls = (): { readonly role: string; readonly name: string; readonly at: string }[] => host.view.elements().filter(tappable).map((element) => ({
    role: host.view.roleOf(element), name: host.view.nameOf(element), at: `${element.tag}.${String(element.attributes.class)} ${element.text.trim().slice(0, 30)}`,
  }))
  /** Every one of them has a role and a name. Throws where there is none to look at. */
  const allNamed = (least: number): void => {
    const found = controls()
    expect(found.length).toBeGreaterThanOrEqual(least)
    expect(found.filter(({ role, name: said }) => role === '' || said === '').map(({ at }) => at)).toEqual([])
  }

  it.each([
    ['home', 'pages/home/index', {}, '测试大厅', 8], ['halls', 'pages/halls/index', {}, '测试大厅', 5], ['me', 'pages/me/index', {}, '显示', 10],
    ['a hall', 'pages/hall/index', { hall: 'test' }, '综合业务', 2], ['sign-in', 'pages/sign-in/index', {}, '隐私保护指引', 3],
    ['take', 'pages/take/index', { hall: 'test' }, '综合业务', 3], ['book', 'pages/book/index', {}, '居住证', 3],
    ['search', 'pages/guides/search/index', {}, '居住证', 2], ['cases', 'pages/cases/index', {}, '登录', 1], ['messages', 'pages/messages/index', {}, '登录', 1],
  ] as const)('gives all that can be tapped on %s a role and a name', async (_, path, query, says, least) => {
    await host.launch({ path, query })
    await host.until(says, () => host.view.text().includes(says))
    allNamed(least)
  })

  it('names everything on the way from the code to signing in, dialogs included', async () => {
    await Object.values(openings[name])[0]!(host, await onTheScreen(stack()))
    await host.until('the page take', () => pageOf(host) === 'take')
    await host.until('the lines', () => host.view.text().includes('综合业务'))
    allNamed(4)
    host.view.tap(host.view.one({ role: 'button', name: '取号' }))
    await host.until('the page sign-in', () => pageOf(host) === 'sign-in')
    allNamed(3)
    expect(host.view.find({ role: 'checkbox', name: /./ })[0]?.attributes['aria-checked']).toBe('false')
  })
})
