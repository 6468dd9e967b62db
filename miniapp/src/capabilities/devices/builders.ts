import type { Device } from '@shared/identity'

export const deviceOf = (given: Partial<Device> = {}): Device => ({
  deviceId: `d${'0'.repeat(20)}`, channel: 'wechat', device: 'iPhone 15 · iOS 19.1', signedInAt: Date.UTC(2026, 0, 1, 1), seenAt: Date.UTC(2026, 0, 5, 1, 40), current: false, ...given,
})
