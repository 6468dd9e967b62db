import type { Phone } from './phone'

const MB = 1024 * 1024
/** Both platforms: 10 MB in all (wx.setStorage, my.setStorage). */
const MOST_BYTES = 10 * MB
/** One value: 1 MB on WeChat (wx.setStorage), 200 KB on Alipay (my.setStorage). */
export const MOST_OF_ONE = { weapp: MB, alipay: 200 * 1024 } as const

/** Keeps a value; tells why it was not kept. */
export const keep = (phone: Phone, key: string, data: unknown, mostOfOne: number): 'value' | 'all' | null => {
  const text = JSON.stringify(data)
  if (Buffer.byteLength(text) > mostOfOne) return 'value'
  const others = [...phone.storage].reduce((sum, [name, value]) => (name === key ? sum : sum + Buffer.byteLength(value)), 0)
  if (phone.storageFull || others + Buffer.byteLength(text) > MOST_BYTES) return 'all'
  phone.storage.set(key, text)
  return null
}
