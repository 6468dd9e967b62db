import Taro from '@tarojs/taro'
import { isRefused } from './refused'
import type { Scanned, ScanWanted } from './scanned'

/** Opens the host's scanner and gives what the QR code says, or the barcode where one is wanted too. Call it within a tap. */
export const scan = async ({ barcodes = false }: ScanWanted = {}): Promise<Scanned> => {
  try {
    // Alipay throws when scanType is an empty list, so it is named.
    const { result, path } = await Taro.scanCode({ onlyFromCamera: false, scanType: barcodes ? ['barCode', 'qrCode'] : ['qrCode'] })
    // A mini-program code has no text; its scene stands in the path.
    const scene = /[?&]scene=([^&]+)/.exec(path ?? '')?.[1]
    const text = result || (scene ? decodeURIComponent(scene) : '')
    return text ? { kind: 'read', text } : { kind: 'unreadable' }
  } catch (failure) {
    return { kind: isRefused(failure) ? 'refused' : 'cancelled' }
  }
}
