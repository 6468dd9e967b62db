import { call } from '@/platform/api'

export const listDevices = async () => (await call('listDevices', {})).devices
export const endDevice = (deviceId: string) => call('endDevice', { params: { deviceId } })
export const endOtherDevices = async () => (await call('endOtherDevices', {})).ended
