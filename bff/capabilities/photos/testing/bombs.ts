import { crc32, deflateSync } from 'node:zlib'

const segment = (marker: number, body: Buffer): Buffer => {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(body.length + 2)
  return Buffer.concat([Buffer.from([0xff, marker]), length, body])
}
const huffman = (kind: 0 | 1, symbol: number): Buffer => segment(0xc4, Buffer.from([kind << 4, 1, ...Array<number>(15).fill(0), symbol]))
const scan = (from: number, to: number, bits: string): Buffer => {
  const bytes = (bits.match(/.{1,8}/g) ?? []).map((some) => parseInt(some.padEnd(8, '1'), 2)).flatMap((byte) => (byte === 0xff ? [byte, 0] : [byte]))
  return Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, from, to, 0])), Buffer.from(bytes)])
}

/** A grey progressive JPEG whose every scan says “nothing new” about the whole picture, in some seventy bytes. */
export const scanBomb = (width: number, height: number, scans: number): Buffer => {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8)
  const runs = Array.from({ length: Math.ceil(blocks / 32_767) }, () => `0${'1'.repeat(14)}`).join('')
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]), segment(0xdb, Buffer.from([0, ...Array<number>(64).fill(1)])),
    segment(0xc2, Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0])), huffman(0, 0), huffman(1, 0xe0),
    scan(0, 0, '0'.repeat(blocks)), ...Array<Buffer>(scans).fill(scan(1, 63, runs)), Buffer.from([0xff, 0xd9]),
  ])
}

const chunk = (type: string, body: Buffer): Buffer => {
  const [named, length, sum] = [Buffer.concat([Buffer.from(type), body]), Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A PNG of zeros, one bit a pixel, with any chunks before its pixels. */
export const blankPng = (width: number, height: number, ...chunks: readonly (readonly [string, Buffer])[]): Buffer => {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size[8] = 1
  const pixels = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 })
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', size), ...chunks.map(([type, body]) => chunk(type, body)),
    chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Some kilobytes that unpack to so many megabytes, as the body of a chunk of compressed text or of a colour profile. */
export const packedChunk = (megabytes: number): Buffer =>
  Buffer.concat([Buffer.from('name\0\0'), deflateSync(Buffer.alloc(megabytes * 1_048_576), { level: 9 })])
