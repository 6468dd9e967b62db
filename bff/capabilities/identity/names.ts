import type { Channel } from '@shared/identity'

/** What a person is called whose platform tells no name. */
const nameless: Readonly<Record<Channel, string>> = { web: '用户', wechat: '微信用户', alipay: '支付宝用户' }

/** The first character or letter and one star, whatever the length: 张三 → 张*, Maria → M*. */
export const maskName = (name: string): string => `${Array.from(name.trim())[0] ?? ''}*`

/** The only form in which a name is kept or shown. */
export const shownName = (name: string | undefined, channel: Channel): string => (name?.trim() ? maskName(name) : nameless[channel])
