import { CLOSED } from '../closedHall'
import { loseNetwork, waitLong } from '../page'
import { pauseHall } from '../happenings'
import { screen, state, type Shot } from '../shot'

/** Home, and the halls. */
export const homeShots: readonly Shot[] = [
  screen('home', 'Home, with a live number', 'waiting', '/', { whole: true }),
  screen('home-new', 'Home, not signed in', null, '/', { whole: true }),
  screen('home-offline', 'Home, the network gone', 'waiting', '/', { act: loseNetwork }),
  screen('halls', 'Halls', null, '/pages/halls/index', { whole: true }),
  state('halls-loading', 'Halls, loading', null, '/pages/halls/index', { network: 'silent' }),
  state('halls-empty', 'Halls, nothing found', null, '/pages/halls/index', { act: (page) => page.locator('input').first().fill('zzz') }),
  state('halls-error', 'Halls, not to be had', null, '/pages/halls/index', { network: 'failing' }),
  screen('hall', 'A hall', null, '/pages/hall/index?hall=demo', { whole: true, scan: 'none' }),
  state('hall-scanned', 'A hall, after the scan', null, '/pages/hall/index?hall=demo'),
  state('hall-offline', 'A hall, the network gone', null, '/pages/hall/index?hall=demo', { act: loseNetwork, whole: true, scan: 'none' }),
  state('hall-closed', 'A hall, closed', null, `/pages/hall/index?hall=${CLOSED}`, { whole: true }),
  state('hall-paused', 'A hall, paused', null, '/pages/hall/index?hall=demo', { whole: true, before: pauseHall }),
  state('home-slow', 'Home, the answer takes long', 'waiting', '/', { network: 'silent', act: waitLong }),
  state('home-no-network', 'Home, never a network', 'waiting', '/', { network: 'gone' }),
  state('halls-no-network', 'Halls, never a network', null, '/pages/halls/index', { network: 'gone' }),
  state('home-error', 'Home, not to be had', 'waiting', '/', { network: 'failing' }),
  screen('home-ended', 'Home, signed out from elsewhere', 'revoked', '/'),
  state('halls-slow', 'Halls, the answer takes long', null, '/pages/halls/index', { network: 'silent', act: waitLong }),
  state('hall-error', 'A hall, not to be had', null, '/pages/hall/index?hall=demo', { network: 'failing' }),
  state('hall-unknown', 'A hall that is not there', null, '/pages/hall/index?hall=no-such-hall'),
]
