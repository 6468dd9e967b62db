import type { Page } from 'playwright-core'
import { actsForOthers, signsInElsewhere } from '../happenings'
import { loseNetwork } from '../page'
import { press, screen, state, type Shot } from '../shot'

const realName = '/pages/account/real-name/index'
/** The second of the two steps; nothing is deleted for a picture. */
const askToDelete = async (page: Page): Promise<void> => {
  await page.getByRole('checkbox').tap()
  await press(/^(删除我的数据|Delete my data)$/)(page)
}

/** Who one is, and what is held of one. */
export const accountShots: readonly Shot[] = [
  screen('sign-in', 'Sign in', null, '/pages/sign-in/index', { whole: true }),
  state('sign-in-unticked', 'Sign in, without agreeing', null, '/pages/sign-in/index', { act: press(/^(统一身份认证登录|Sign in with the unified identity)$/), whole: true }),
  state('sign-in-forged', 'A sign-in that was not begun here', null, '/pages/sign-in/index?code=abcd&state=forged', { whole: true }),
  screen('privacy-guide', 'The privacy guide', null, '/pages/account/privacy-guide/index', { whole: true }),
  screen('persons', 'People I act for, none', 'newcomer', '/pages/persons/index'),
  screen('persons-some', 'People I act for', 'follower', '/pages/persons/index', { before: actsForOthers, whole: true }),
  state('persons-remove', 'Act for somebody no longer?', 'follower', '/pages/persons/index', { before: actsForOthers, act: press(/^(移除|Remove) /) }),
  screen('persons-add', 'Add an enterprise', 'newcomer', '/pages/persons/index?add=enterprise', { whole: true, act: press(/^(添加|Add)$/) }),
  screen('real-name', 'Real name, verified', 'follower', realName),
  state('real-name-none', 'Real name, not verified', 'newcomer', realName),
  state('real-name-error', 'Real name, not to be had', 'follower', realName, { network: 'failing' }),
  screen('devices', 'Devices', 'follower', '/pages/account/devices/index'),
  screen('devices-two', 'Devices, another one too', 'follower', '/pages/account/devices/index', { before: signsInElsewhere }),
  state('devices-loading', 'Devices, loading', 'follower', '/pages/account/devices/index', { network: 'silent' }),
  screen('privacy', 'Privacy and my data', 'follower', '/pages/account/privacy/index', { whole: true }),
  state('privacy-withdraw', 'Take back the consent to the ID number?', 'follower', '/pages/account/privacy/index', { act: press(/^(撤回“保存姓名|Take back the consent: Keeping)/) }),
  screen('my-data', 'Everything held about me', 'follower', '/pages/account/my-data/index', { whole: true }),
  screen('delete-me', 'Delete my data', 'follower', '/pages/account/delete-me/index', { whole: true }),
  state('delete-me-sure', 'Delete everything?', 'follower', '/pages/account/delete-me/index', { act: askToDelete }),
  screen('me', 'Me', 'waiting', '/pages/me/index', { whole: true }),
  state('me-empty', 'Me, without a number', 'newcomer', '/pages/me/index'),
  state('me-offline', 'Me, the network gone', 'waiting', '/pages/me/index', { act: loseNetwork }),
  state('persons-new', 'People I act for, not signed in', null, '/pages/persons/index'),
  state('persons-error', 'People I act for, not to be had', 'newcomer', '/pages/persons/index', { network: 'failing' }),
  state('persons-add-family', 'Add somebody of the family', 'newcomer', '/pages/persons/index?add=family', { whole: true }),
  state('real-name-new', 'Real name, not signed in', null, realName),
  state('devices-ended', 'Devices, signed out from elsewhere', 'revoked', '/pages/account/devices/index'),
  state('devices-error', 'Devices, not to be had', 'follower', '/pages/account/devices/index', { network: 'failing' }),
  state('privacy-new', 'Privacy and my data, not signed in', null, '/pages/account/privacy/index'),
  state('my-data-error', 'Everything held about me, not to be had', 'follower', '/pages/account/my-data/index', { network: 'failing' }),
  state('delete-me-new', 'Delete my data, not signed in', null, '/pages/account/delete-me/index'),
  screen('me-ended', 'Me, signed out from elsewhere', 'revoked', '/pages/me/index'),
]
