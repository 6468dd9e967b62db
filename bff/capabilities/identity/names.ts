import type { Channel } from '@shared/identity'

/** What a person is called whose real name nobody has confirmed. */
export const nameless: Readonly<Record<Channel, string>> = { web: '用户', wechat: '微信用户', alipay: '支付宝用户' }
