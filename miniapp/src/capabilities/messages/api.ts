import type { MessageSettings } from '@shared/messages'
import { call } from '@/platform/api'

/** The newest, or those before an instant. */
export const listMessages = (before?: number) => call('listMessages', { query: { before } })
export const markRead = (until: number) => call('readMessages', { body: { until } })
export const readSettings = () => call('readMessageSettings', {})
export const changeSettings = (body: MessageSettings) => call('changeMessageSettings', { body })
