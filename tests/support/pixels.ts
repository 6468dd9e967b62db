import jsQR from 'jsqr'
import { PNG } from 'pngjs'

/** What a QR code says that can be seen in a picture; null when none can be read. */
export const readQrCode = (picture: Buffer): string | null => {
  const { data, width, height } = PNG.sync.read(picture)
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null
}
