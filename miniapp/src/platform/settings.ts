import Taro from '@tarojs/taro'

/** Whether the host lets us open the page where a refused permission can be given; browsers do not. */
export const canOpenSettings = TARGET !== 'h5'

/** Opens that page; ends when the citizen is back. */
export const openSettings = async (): Promise<void> => {
  try { await Taro.openSetting({ withSubscriptions: true }) } catch { /* closed without a change */ }
}
