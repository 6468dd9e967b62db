import { loseNetwork, waitLong } from '../page'
import { screen, state, type Shot } from '../shot'

/** What was sent, and what may be. */
export const messagesShots: readonly Shot[] = [
  screen('messages', 'Messages', 'missed', '/pages/messages/index', { whole: true }),
  state('messages-empty', 'Messages, none', 'newcomer', '/pages/messages/index'),
  state('messages-new', 'Messages, not signed in', null, '/pages/messages/index'),
  state('messages-error', 'Messages, not to be had', 'missed', '/pages/messages/index', { network: 'failing' }),
  state('messages-offline', 'Messages, the network gone', 'missed', '/pages/messages/index', { act: loseNetwork, whole: true }),
  screen('message-settings', 'Message settings', 'waiting', '/pages/messages/settings/index', { whole: true }),
  screen('message-settings-quiet', 'Message settings, without quiet hours', 'next', '/pages/messages/settings/index', { whole: true, act: (page) => page.getByRole('switch', { name: /^(免打扰时段|Quiet hours)/ }).tap() }),
  state('messages-slow', 'Messages, the answer takes long', 'missed', '/pages/messages/index', { network: 'silent', act: waitLong }),
  state('message-settings-new', 'Message settings, not signed in', null, '/pages/messages/settings/index'),
  state('message-settings-error', 'Message settings, not to be had', 'waiting', '/pages/messages/settings/index', { network: 'failing' }),
]
