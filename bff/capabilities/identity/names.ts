import type { Channel } from '@shared/identity'
import { maskName } from '@shared/masks'

/** What a person is called whose platform tells no name. */
const nameless: Readonly<Record<Channel, string>> = { web: '用户', wechat: '微信用户', alipay: '支付宝用户' }

/** The only form in which a name is kept or shown. */
export const shownName = (name: string | undefined, channel: Channel): string => (name?.trim() ? maskName(name) : nameless[channel])
