import fc from 'fast-check'
import sharp from 'sharp'
import { jpegScans } from './jpegScans'
import { createRemake } from './picture'
import type { Picture } from './port'
import { blankPng, packedChunk, scanBomb } from './testing/bombs'

const remake = createRemake()
const made = async (sent: Buffer): Promise<Picture> => {
  const picture = await remake(sent)
  if (!picture) throw new Error('the picture was refused')
  return picture
}
const red = { r: 230, g: 20, b: 20 }
/** Blue, with its left half red. */
const halves = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#1414e6' } })
  .composite([{ input: { create: { width: width / 2, height, channels: 3, background: red } }, left: 0, top: 0 }])
const colourAt = async ({ bytes }: Picture, left: number, top: number) => {
  const [r = 0, , b = 0] = await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()
  return r > b ? 'red' : 'blue'
}
const SECRET = 'GZ-SECRET-4711'
const SCRIPT = `<script>alert('${SECRET}')</script>`
const zip = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from(SECRET)])
const told = (picture: ReturnType<typeof halves>) => picture.withExif({
  IFD0: { Make: SECRET, Copyright: SCRIPT }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '23/1 7/1 0/1' },
}).withIccProfile('p3').withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${SECRET}</rdf:RDF></x:xmpmeta>`)
/** The markers of a JPEG up to its scan, by number. */
const markersOf = (bytes: Buffer): number[] => {
  const markers: number[] = []
  for (let at = 2; bytes[at + 1] !== 0xda; at += 2 + bytes.readUInt16BE(at + 2)) markers.push(bytes[at + 1] ?? 0)
  return markers
}

describe('a picture made anew', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('from %s holds no place, device, profile, note, script or archive, only what is seen', async (format) => {
    const plain = await told(halves(80, 60))[format]().toBuffer()
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, SCRIPT.length + 2]), Buffer.from(SCRIPT)])
    const sent = Buffer.concat([...(format === 'jpeg' ? [plain.subarray(0, 2), comment, plain.subarray(2)] : [plain]), Buffer.from(SCRIPT), zip])
    const { exif, icc, xmp } = await sharp(sent).metadata()
    expect([exif, icc, xmp].every((part) => part !== undefined)).toBe(true)
    const picture = await made(sent)
    const text = picture.bytes.toString('latin1')
    for (const trace of [SECRET, 'Exif', 'ICC_PROFILE', 'xmp', 'adobe', 'script', 'PK\x03\x04']) expect([trace, text.includes(trace)]).toEqual([trace, false])
    // No application part but JFIF's own, and no comment.
    expect(markersOf(picture.bytes).filter((marker) => (marker > 0xe0 && marker <= 0xef) || marker === 0xfe)).toEqual([])
    expect(picture.bytes.indexOf(Buffer.from([0xff, 0xd9]))).toBe(picture.bytes.length - 2)
    expect([picture.width, picture.height, await colourAt(picture, 5, 30), await colourAt(picture, 75, 30)]).toEqual([80, 60, 'red', 'blue'])
  })

  it('stands as the camera was held', async () => {
    const picture = await made(await halves(80, 60).withMetadata({ orientation: 6 }).jpeg().toBuffer())
    expect([picture.width, picture.height, await colourAt(picture, 30, 5), await colourAt(picture, 30, 75)]).toEqual([60, 80, 'red', 'blue'])
  })

  it('has 1600 pixels on its longest side at most, and is never made larger', async () => {
    expect(await made(await halves(4_000, 3_000).jpeg().toBuffer())).toMatchObject({ width: 1_600, height: 1_200 })
    expect(await made(await halves(300, 4_000).webp().toBuffer())).toMatchObject({ width: 120, height: 1_600 })
    expect(await made(await halves(2, 3).png().toBuffer())).toMatchObject({ width: 2, height: 3 })
  })

  it('is white where the sent one was clear, and the first where there are several', async () => {
    const clear = await made(await sharp({ create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer())
    expect([...await sharp(clear.bytes).extract({ left: 4, top: 4, width: 1, height: 1 }).raw().toBuffer()]).toEqual([255, 255, 255])
    const frames = await Promise.all([red, '#1414e6'].map((background) => sharp({ create: { width: 20, height: 10, channels: 3, background } }).png().toBuffer()))
    const moving = await made(await sharp(frames, { join: { animated: true } }).webp({ loop: 0 }).toBuffer())
    expect([moving.width, moving.height, await colourAt(moving, 10, 5)]).toEqual([20, 10, 'red'])
  })
})

describe('what is no picture of ours', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'
  const jpeg = () => halves(200, 200).jpeg().toBuffer()
  const half = (whole: Buffer) => whole.subarray(0, whole.length / 2)
  const cases: readonly (readonly [string, () => Buffer | Promise<Buffer>])[] = [
    ['nothing', () => Buffer.alloc(0)], ['one byte', () => Buffer.from([0xff])], ['the beginning of a JPEG', () => Buffer.from([0xff, 0xd8, 0xff])],
    ['SVG with a script', () => Buffer.from(svg)], ['HTML', () => Buffer.from(`<!doctype html>${SCRIPT}`)], ['PDF', () => Buffer.from('%PDF-1.7\n1 0 obj\n')],
    ['a zip', () => zip], ['GIF', () => halves(20, 20).gif().toBuffer()], ['TIFF', () => halves(20, 20).tiff().toBuffer()],
    ['AVIF', () => halves(20, 20).avif().toBuffer()], ['a page that begins like a JPEG', () => Buffer.from(`\xff\xd8\xff${SCRIPT}`, 'latin1')],
    ['SVG that begins like a PNG', () => Buffer.concat([blankPng(1, 1).subarray(0, 8), Buffer.from(svg)])], ['a sound, which begins like a WebP', () => Buffer.from('RIFF\0\0\0\0WAVEfmt ')],
    ['half a JPEG', async () => half(await jpeg())], ['half a PNG', async () => half(await halves(200, 200).png().toBuffer())], ['half a WebP', async () => half(await halves(200, 200).webp().toBuffer())],
  ]
  it.each(cases)('is refused: %s', async (_, sent) => expect(await remake(await sent())).toBeNull())

  it('is refused or made harmless however a real one was spoilt', async () => {
    const [a, b, c] = [await jpeg(), await halves(60, 60).png().toBuffer(), await halves(60, 60).webp().toBuffer()]
    await fc.assert(fc.asyncProperty(fc.constantFrom(a, b, c), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 }), async (real, changes) => {
      const spoilt = Buffer.from(real)
      for (const [at, byte] of changes) spoilt[at % spoilt.length] = byte
      const picture = await remake(spoilt)
      if (picture) expect((await sharp(picture.bytes).metadata()).format).toBe('jpeg')
    }), { numRuns: 150 })
  })
})

describe('a bomb', () => {
  /** What it cost: seconds, and megabytes of memory more than before. */
  const costOf = async (sent: Buffer) => {
    const [begun, before] = [performance.now(), process.memoryUsage().rss]
    const picture = await remake(sent)
    return { picture, seconds: (performance.now() - begun) / 1_000, megabytes: (process.memoryUsage().rss - before) / 1_048_576 }
  }

  it('of nine hundred million pixels in a hundred kilobytes is refused unopened', async () => {
    const sent = blankPng(30_000, 30_000)
    expect(sent.length).toBeLessThan(150_000)
    const { picture, seconds, megabytes } = await costOf(sent)
    expect(picture).toBeNull()
    expect(seconds).toBeLessThan(2)
    expect(megabytes).toBeLessThan(100)
  })

  it('of a thousand scans is refused undecoded, and a progressive photo is not one', async () => {
    const { picture, seconds } = await costOf(scanBomb(7_000, 7_000, 1_000))
    expect(picture).toBeNull()
    expect(seconds).toBeLessThan(1)
    expect(await remake(scanBomb(80, 80, 1_000))).toBeNull()
    expect(await remake(scanBomb(80, 80, 20))).toMatchObject({ width: 80 })
    const progressive = await halves(200, 200).jpeg({ progressive: true, mozjpeg: true }).toBuffer()
    expect(jpegScans(progressive)).toBeGreaterThan(3)
    expect(await made(Buffer.concat([progressive, Buffer.alloc(2_000, Buffer.from([0xff, 0xda, 0, 2]))]))).toMatchObject({ width: 200 })
  })

  it.each(['zTXt', 'iCCP'])('of 400 MB in a part that nobody looks at (%s) is never unpacked whole', async (type) => {
    const { seconds, megabytes } = await costOf(blankPng(16, 16, [type, packedChunk(400)]))
    expect(seconds).toBeLessThan(2)
    expect(megabytes).toBeLessThan(150)
  })
})

describe('many pictures at once', () => {
  it('are made a few at a time; who finds no place to wait is told so, and nobody else suffers', async () => {
    const narrow = createRemake(1, 2)
    const sent = await halves(1_000, 1_000).jpeg().toBuffer()
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => narrow(sent).then((picture) => picture?.width, (error: { code?: string }) => error.code)))
    expect(outcomes).toEqual([1_000, 1_000, 1_000, 'UNAVAILABLE', 'UNAVAILABLE'])
    expect((await narrow(sent))?.width).toBe(1_000)
  })
})
