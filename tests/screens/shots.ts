import type { Page } from 'playwright-core'
import { CLOSED } from './closedHall'
import { looks, stateLooks, usualLooks, type LookName } from './looks'
import { loseNetwork } from './page'
import { comesAhead, holdPlace, letPlaceGo, pauseHall, type Scene } from './scene'
import { VISIT } from './visits'

export interface Shot {
  readonly name: string
  readonly title: string
  readonly who: keyof Scene['visitors'] | 'newcomer' | 'booker' | 'holder' | 'follower' | null
  readonly path: (scene: Scene) => string
  readonly looks: readonly LookName[]
  /** Done in the hall before the page is opened, and put right after the picture. */
  readonly before?: (scene: Scene) => Promise<void>
  readonly after?: (scene: Scene) => Promise<void>
  /** Done on the page before the picture. */
  readonly act?: (page: Page, scene: Scene) => Promise<void>
  /** The whole page, not just what the phone shows at once. */
  readonly whole?: boolean
  /** `silent` never answers, `failing` answers that it cannot. */
  readonly network?: 'silent' | 'failing'
  /** The proof that one is in the hall: there unless said otherwise. */
  readonly scan?: 'fresh' | 'forged' | 'none'
}

type Drawn = Omit<Shot, 'name' | 'title' | 'who' | 'path' | 'looks'>
const shot = (chosen: readonly LookName[]) => (name: string, title: string, who: Shot['who'], path: string | ((scene: Scene) => string), more: Drawn = {}): Shot =>
  ({ name, title, who, path: typeof path === 'string' ? () => path : path, looks: chosen, ...more })
const main = shot(looks.map(({ name }) => name))
const usual = shot(usualLooks)
const state = shot(stateLooks)

const ticket = (who: keyof Scene['visitors']) => (scene: Scene): string => `/pages/ticket/index?id=${scene.visitors[who].ticketId}`
const rating = (who: keyof Scene['visitors']) => (scene: Scene): string => `/pages/rate/index?id=${scene.visitors[who].ticketId}`
const press = (name: RegExp) => (page: Page): Promise<void> => page.getByRole('button', { name }).first().tap()

const daySlots = ({ booked }: Scene): string => `/pages/book-slot/index?${VISIT}&day=${booked.day}`
const appointment = ({ booked }: Scene): string => `/pages/appointment/index?id=${booked.appointmentId}`

/** Asks once more after somebody has come ahead, as the page itself would a little later. */
const seeMove = async (page: Page, scene: Scene): Promise<void> => {
  await comesAhead(scene)
  await page.clock.fastForward(61_000)
}

/** The case that waits for the citizen stands first. */
const openFirstCase = (page: Page): Promise<void> => page.locator('.case-card-title').first().tap()

const mistypeReceipt = async (page: Page): Promise<void> => {
  await page.locator('input').first().fill('11440100007482575H')
  await page.getByRole('button', { name: /^(查进度|Look it up)$/ }).tap()
}

const realName = '/pages/account/real-name/index'
/** The second of the two steps; nothing is deleted for a picture. */
const askToDelete = async (page: Page): Promise<void> => {
  await page.getByRole('checkbox').tap()
  await press(/^(删除我的数据|Delete my data)$/)(page)
}

const rateOffline = async (page: Page): Promise<void> => {
  await page.context().setOffline(true)
  await page.getByRole('radio').first().tap()
  await page.getByRole('button', { name: /^(提交评价|Send)$/ }).tap()
  await page.clock.fastForward(20_000)
}

const openSetOut = (page: Page): Promise<void> => page.getByRole('link', { name: /何时动身|When to set out/ }).tap()
/** By foot from a place some kilometres away. */
const planSetOut = async (page: Page): Promise<void> => {
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation({ latitude: 23.13, longitude: 113.36 })
  await openSetOut(page)
  await press(/用我的位置算|Use my place/)(page)
}

/** Every screen of the phone, in the states people meet. */
export const shots: readonly Shot[] = [
  main('home', 'Home, with a live number', 'waiting', '/', { whole: true }),
  usual('home-new', 'Home, not signed in', null, '/', { whole: true }),
  usual('home-offline', 'Home, the network gone', 'waiting', '/', { act: loseNetwork }),
  main('halls', 'Halls', null, '/pages/halls/index', { whole: true }),
  state('halls-loading', 'Halls, loading', null, '/pages/halls/index', { network: 'silent' }),
  state('halls-empty', 'Halls, nothing found', null, '/pages/halls/index', { act: (page) => page.locator('input').first().fill('zzz') }),
  state('halls-error', 'Halls, not to be had', null, '/pages/halls/index', { network: 'failing' }),
  main('hall', 'A hall', null, '/pages/hall/index?hall=demo', { whole: true, scan: 'none' }),
  state('hall-scanned', 'A hall, after the scan', null, '/pages/hall/index?hall=demo'),
  state('hall-offline', 'A hall, the network gone', null, '/pages/hall/index?hall=demo', { act: loseNetwork, whole: true, scan: 'none' }),
  state('hall-closed', 'A hall, closed', null, `/pages/hall/index?hall=${CLOSED}`, { whole: true }),
  state('hall-paused', 'A hall, paused', null, '/pages/hall/index?hall=demo', { whole: true, before: (scene) => pauseHall(scene, true), after: (scene) => pauseHall(scene, false) }),
  usual('scan-refused', 'A forged code', null, '/s/rdemo.zzzzzz.AAAAAAAAAAAA'),
  main('take', 'Prepare and take, after the scan', 'finished', '/pages/take/index?hall=demo', { whole: true }),
  usual('take-item', 'What to bring', 'finished', '/pages/take/index?hall=demo&item=residence-permit', { whole: true }),
  usual('take-before', 'Before the scan', null, '/pages/take/index?hall=tianhe', { whole: true, scan: 'none' }),
  state('take-refused', 'No number was taken', 'newcomer', '/pages/take/index?hall=demo', { scan: 'forged', act: press(/^(取号|Take a number)$/) }),
  main('sign-in', 'Sign in', null, '/pages/sign-in/index', { whole: true }),
  state('sign-in-unticked', 'Sign in, without agreeing', null, '/pages/sign-in/index', { act: press(/^(统一身份认证登录|Sign in with the unified identity)$/), whole: true }),
  state('sign-in-forged', 'A sign-in that was not begun here', null, '/pages/sign-in/index?code=abcd&state=forged', { whole: true }),
  usual('privacy-guide', 'The privacy guide', null, '/pages/account/privacy-guide/index', { whole: true }),
  main('ticket', 'Waiting', 'waiting', ticket('waiting'), { whole: true }),
  state('ticket-moved', 'Waiting, and why it moved', 'waiting', ticket('waiting'), { act: seeMove, whole: true }),
  state('ticket-next', 'Next in line', 'next', ticket('next')),
  state('ticket-offline', 'Waiting, the network gone', 'waiting', ticket('waiting'), { act: loseNetwork, whole: true }),
  state('ticket-loading', 'A number, loading', 'waiting', ticket('waiting'), { network: 'silent' }),
  state('ticket-late', '“I’ll be late”', 'waiting', ticket('waiting'), { act: press(/晚点到|be late/) }),
  usual('ticket-set-out', 'When to set out', 'waiting', ticket('waiting'), { act: openSetOut }),
  state('ticket-set-out-at', 'When to set out, told', 'waiting', ticket('waiting'), { act: planSetOut, whole: true }),
  state('ticket-cancel', 'Cancel?', 'waiting', ticket('waiting'), { act: press(/取消这个号|Cancel this number/) }),
  main('called', 'Called', 'called', ticket('called')),
  usual('serving', 'Being served', 'serving', ticket('serving')),
  usual('missed', 'Missed', 'missed', ticket('missed'), { whole: true }),
  usual('finished', 'Finished', 'finished', ticket('finished')),
  usual('not-mine', 'Somebody else’s number', 'waiting', ticket('called')),
  state('home-booked', 'Home, with an appointment', 'booker', '/', { whole: true }),
  usual('book', 'Book: what for', null, '/pages/book/index', { whole: true, act: (page) => page.getByRole('checkbox').first().tap() }),
  usual('book-halls', 'Book: the hall', null, '/pages/book/index?items=residence-permit,elder-card', { whole: true }),
  main('book-days', 'Book: the day', 'newcomer', `/pages/book-slot/index?${VISIT}`, { whole: true }),
  main('book-slots', 'Book: the time', 'newcomer', daySlots, { whole: true }),
  state('book-refused', 'Book: refused', 'booker', daySlots, { act: press(/余 \d|\d left/) }),
  main('confirm', 'Book: confirm', 'holder', ({ held }) => `/pages/appointment/index?id=${held}`, { whole: true, before: holdPlace, after: letPlaceGo }),
  main('appointment', 'An appointment', 'booker', appointment, { whole: true }),
  state('appointment-offline', 'An appointment, the network gone', 'booker', appointment, { act: loseNetwork, whole: true }),
  state('appointment-not-mine', 'Somebody else’s appointment', 'newcomer', appointment),
  main('appointments', 'My appointments', 'booker', '/pages/appointments/index', { whole: true }),
  state('appointments-empty', 'My appointments, none', 'newcomer', '/pages/appointments/index'),
  state('waiting-empty', 'Waiting list, empty', 'newcomer', '/pages/waiting/index'),
  main('cases', 'My cases', 'follower', '/pages/cases/index', { whole: true }),
  state('cases-new', 'My cases, not signed in', null, '/pages/cases/index'),
  state('cases-no-name', 'My cases, without a real name', 'newcomer', '/pages/cases/index'),
  state('cases-error', 'My cases, not to be had', 'follower', '/pages/cases/index', { network: 'failing' }),
  state('cases-offline', 'My cases, the network gone', 'follower', '/pages/cases/index', { act: loseNetwork, whole: true }),
  main('case', 'A case', 'follower', '/pages/cases/index', { whole: true, act: openFirstCase }),
  usual('receipt', 'A case by its receipt', null, '/pages/cases/receipt/index', { act: mistypeReceipt }),
  usual('search', 'Search', null, '/pages/guides/search/index'),
  usual('search-found', 'Search, found', null, '/pages/guides/search/index?q=%E5%AD%A9%E5%AD%90%E4%B8%8A%E5%AD%A6', { whole: true }),
  state('search-empty', 'Search, nothing found', null, '/pages/guides/search/index?q=zzzzqq'),
  main('guide', 'A guide', null, '/pages/guides/guide/index?item=residence-permit', { whole: true }),
  state('guide-unknown', 'A guide, not there', null, '/pages/guides/guide/index?item=no-such-item'),
  main('rate', 'Rate', 'finished', rating('finished'), { whole: true }),
  usual('rate-bad', 'Rate, dissatisfied', 'finished', rating('finished'), { whole: true, act: (page) => page.getByRole('radio').nth(3).tap() }),
  usual('rated', 'Rated', 'rated', rating('rated')),
  usual('rate-photos', 'Rate, with photos and words', 'finished', rating('finished'), { whole: true, act: (page) => page.getByRole('radio').first().tap() }),
  usual('rate-window', 'Rate, by the code on a window', 'finished', '/pages/rate/index?hall=demo&window=1', { whole: true }),
  state('rate-offline', 'Rated without a network: it waits', 'finished', rating('finished'), { act: rateOffline }),
  main('ratings', 'My ratings', 'complained', '/pages/ratings/index', { whole: true }),
  state('ratings-empty', 'My ratings, none', 'newcomer', '/pages/ratings/index'),
  main('rating', 'A bad rating, and what became of it', 'complained', ({ visitors }) => `/pages/ratings/rating/index?id=${visitors.complained.ticketId}`, { whole: true }),
  state('rating-delete', 'Delete a rating?', 'complained', ({ visitors }) => `/pages/ratings/rating/index?id=${visitors.complained.ticketId}`, { act: press(/^(删除评价|Delete)$/) }),
  main('calls', 'The order of calling', 'waiting', ({ visitors }) => `/pages/calls/index?hall=demo&number=${visitors.waiting.number}`),
  state('calls-none', 'The order of calling, of another system', null, '/pages/calls/index?hall=town4'),
  main('messages', 'Messages', 'called', '/pages/messages/index', { whole: true }),
  state('messages-empty', 'Messages, none', 'newcomer', '/pages/messages/index'),
  state('messages-new', 'Messages, not signed in', null, '/pages/messages/index'),
  state('messages-error', 'Messages, not to be had', 'called', '/pages/messages/index', { network: 'failing' }),
  state('messages-offline', 'Messages, the network gone', 'called', '/pages/messages/index', { act: loseNetwork, whole: true }),
  main('message-settings', 'Message settings', 'waiting', '/pages/messages/settings/index', { whole: true }),
  usual('message-settings-quiet', 'Message settings, quiet hours on', 'next', '/pages/messages/settings/index', { whole: true, act: (page) => page.getByRole('switch', { name: /^(免打扰时段|Quiet hours)/ }).tap() }),
  usual('persons', 'People I act for, none', 'newcomer', '/pages/persons/index'),
  usual('persons-add', 'Add an enterprise', 'newcomer', '/pages/persons/index?add=enterprise', { whole: true, act: press(/^(添加|Add)$/) }),
  main('real-name', 'Real name, verified', 'follower', realName),
  state('real-name-none', 'Real name, not verified', 'newcomer', realName),
  state('real-name-error', 'Real name, not to be had', 'follower', realName, { network: 'failing' }),
  main('devices', 'Devices', 'follower', '/pages/account/devices/index'),
  state('devices-loading', 'Devices, loading', 'follower', '/pages/account/devices/index', { network: 'silent' }),
  main('privacy', 'Privacy and my data', 'follower', '/pages/account/privacy/index', { whole: true }),
  state('privacy-withdraw', 'Take back the consent to the ID number?', 'follower', '/pages/account/privacy/index', { act: press(/^(撤回“保存姓名|Take back the consent: Keeping)/) }),
  usual('my-data', 'Everything held about me', 'follower', '/pages/account/my-data/index', { whole: true }),
  usual('delete-me', 'Delete my data', 'follower', '/pages/account/delete-me/index', { whole: true }),
  state('delete-me-sure', 'Delete everything?', 'follower', '/pages/account/delete-me/index', { act: askToDelete }),
  main('me', 'Me', 'waiting', '/pages/me/index', { whole: true }),
  state('me-empty', 'Me, without a number', 'newcomer', '/pages/me/index'),
  state('me-offline', 'Me, the network gone', 'waiting', '/pages/me/index', { act: loseNetwork }),
]
