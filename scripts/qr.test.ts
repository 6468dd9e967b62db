import jsQR from 'jsqr'
import qrcode from 'qrcode'
import { drawQr } from './qr.mjs'

/** What a camera sees of the drawing: each character is one module wide and two high, here four pixels a module. */
const photograph = (drawing: string): { pixels: Uint8ClampedArray; width: number; height: number } => {
  const lines = drawing.split('\n').map((line) => [...line.replaceAll('\u001B[30;107m', '').replaceAll('\u001B[0m', '')])
  const rows = lines.flatMap((line) => [line.map((sign) => '█▀'.includes(sign)), line.map((sign) => '█▄'.includes(sign))])
  const size = 4
  const [width, height] = [(rows[0]?.length ?? 0) * size, rows.length * size]
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (rows[Math.floor(y / size)]?.[Math.floor(x / size)]) pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  }
  return { pixels, width, height }
}

describe('the QR code in the terminal', () => {
  it.each(['http://localhost:8100/', 'http://192.0.2.2:8100/', 'https://yichuang.example/a/much/longer/path?of=the&citizens=page'])('reads as %s', (address) => {
    const { pixels, width, height } = photograph(drawQr(qrcode.create(address).modules))
    expect(jsQR(pixels, width, height)?.data).toBe(address)
  })
})
