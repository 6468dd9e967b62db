import type { Page } from 'playwright-core'
import { CLOSED } from '../closedHall'
import { loseNetwork, passTime, waitLong } from '../page'
import { comesAhead, comesIn, onOtherPhone, pauseHall } from '../happenings'
import type { Scene } from '../scene'
import { press, screen, state, type Shot } from '../shot'

const ticket = (who: keyof Scene['visitors']) => (scene: Scene): string => `/pages/ticket/index?id=${scene.visitors[who].ticketId}`

const joined = (scene: Scene): string => `/pages/ticket/index?id=${scene.joined?.ticketId ?? ''}`

/** Asks once more after something has happened in the hall, as the page itself would a little later. */
const seeAfter = (happens: (scene: Scene) => Promise<void>) => async (page: Page, scene: Scene): Promise<void> => {
  await happens(scene)
  await passTime(page, 61_000, scene.clock)
}

const openSetOut = (page: Page): Promise<void> => page.getByRole('link', { name: /何时动身|When to set out/ }).tap()
/** By foot from a place some kilometres away. */
const planSetOut = async (page: Page): Promise<void> => {
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation({ latitude: 23.13, longitude: 113.36 })
  await openSetOut(page)
  await press(/用我的位置算|Use my place/)(page)
}

/** From the scan to the end of the visit. */
export const queueShots: readonly Shot[] = [
  screen('scan-refused', 'A forged code', null, '/s/rdemo.zzzzzz.AAAAAAAAAAAA'),
  screen('take', 'Prepare and take, after the scan', 'finished', '/pages/take/index?hall=demo', { whole: true }),
  screen('take-item', 'What to bring', 'finished', '/pages/take/index?hall=demo&item=residence-permit', { whole: true }),
  screen('take-before', 'Before the scan', null, '/pages/take/index?hall=tianhe', { whole: true, scan: 'none' }),
  state('take-refused', 'No number was taken', 'newcomer', '/pages/take/index?hall=demo', { scan: 'forged', act: press(/^(取号|Take a number)$/) }),
  screen('ticket', 'Waiting', 'waiting', ticket('waiting'), { whole: true }),
  state('ticket-moved', 'Waiting, and why it moved', 'waiting', ticket('waiting'), { act: seeAfter(comesAhead), whole: true }),
  state('ticket-next', 'Next in line', 'next', ticket('next')),
  state('ticket-offline', 'Waiting, the network gone', 'waiting', ticket('waiting'), { act: loseNetwork, whole: true }),
  state('ticket-loading', 'A number, loading', 'waiting', ticket('waiting'), { network: 'silent' }),
  state('ticket-late', '“I’ll be late”', 'waiting', ticket('waiting'), { act: press(/晚点到|be late/) }),
  screen('ticket-set-out', 'When to set out', 'waiting', ticket('waiting'), { act: openSetOut }),
  state('ticket-set-out-at', 'When to set out, told', 'waiting', ticket('waiting'), { act: planSetOut, whole: true }),
  state('ticket-cancel', 'Cancel?', 'waiting', ticket('waiting'), { act: press(/取消这个号|Cancel this number/) }),
  screen('called', 'Called', 'called', ticket('called')),
  screen('serving', 'Being served', 'serving', ticket('serving')),
  screen('missed', 'Missed', 'missed', ticket('missed'), { whole: true }),
  screen('finished', 'Finished', 'finished', ticket('finished')),
  screen('not-mine', 'Somebody else’s number', 'waiting', ticket('called')),
  screen('calls', 'The order of calling', 'waiting', ({ visitors }) => `/pages/calls/index?hall=demo&number=${visitors.waiting.number}`),
  state('calls-none', 'The order of calling, of another system', null, '/pages/calls/index?hall=town4'),
  screen('scan-expired', 'A code that has changed', null, ({ oldCode }) => `/s/${oldCode}`),
  state('scan-offline', 'A code, and no network', null, '/s/rdemo.zzzzzz.AAAAAAAAAAAA', { network: 'gone' }),
  state('scan-error', 'A code, and no answer', null, '/s/rdemo.zzzzzz.AAAAAAAAAAAA', { network: 'failing' }),
  screen('take-scan-over', 'The scan is too old', 'newcomer', '/pages/take/index?hall=demo', { scan: 'over' }),
  state('take-closed', 'Prepare and take, the hall is closed', 'newcomer', `/pages/take/index?hall=${CLOSED}`, { whole: true }),
  state('take-paused', 'Prepare and take, the hall has paused', 'newcomer', '/pages/take/index?hall=demo', { before: pauseHall }),
  state('take-slow', 'Prepare and take, the answer takes long', 'newcomer', '/pages/take/index?hall=demo', { network: 'silent', act: waitLong }),
  state('take-error', 'Prepare and take, not to be had', 'newcomer', '/pages/take/index?hall=demo', { network: 'failing' }),
  state('ticket-slow', 'A number, the answer takes long', 'waiting', ticket('waiting'), { network: 'silent', act: waitLong }),
  state('take-no-network', 'Prepare and take, never a network', 'newcomer', '/pages/take/index?hall=demo', { network: 'gone' }),
  state('ticket-no-network', 'A number, never a network', 'waiting', ticket('waiting'), { network: 'gone' }),
  state('ticket-error', 'A number, not to be had', 'waiting', ticket('waiting'), { network: 'failing' }),
  screen('ticket-ended', 'A number, signed out from elsewhere', 'revoked', ticket('waiting')),
  screen('ticket-cancelled-elsewhere', 'Cancelled on another phone', 'joined', joined, { before: comesIn, act: seeAfter((scene) => onOtherPhone(scene, { move: 'cancel' })) }),
  state('ticket-deferred-elsewhere', 'Let others go first, on another phone', 'joined', joined, { before: comesIn, act: seeAfter((scene) => onOtherPhone(scene, { move: 'defer', places: 3 })), whole: true }),
  state('calls-unknown', 'The order of calling, of no hall', null, '/pages/calls/index?hall=no-such-hall'),
]
