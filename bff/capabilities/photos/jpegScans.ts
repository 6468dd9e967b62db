const MARK = 0xff
const END = 0xd9
const SCAN = 0xda

/** Within a scan: a stuffed byte, or a restart; neither ends it. */
const goesOn = (byte: number | undefined): boolean => byte === 0 || byte === MARK || (byte !== undefined && byte >= 0xd0 && byte <= 0xd7)

/**
 * How many scans a JPEG has, counted without decoding: up to its end, so that what is hung on behind counts for nothing. Each
 * scan goes over the whole picture, and a file of a few hundred kilobytes may hold ten thousand.
 */
export const jpegScans = (bytes: Buffer): number => {
  let scans = 0
  let at = 2
  for (;;) {
    at = bytes.indexOf(MARK, at)
    if (at < 0 || at + 4 > bytes.length) return scans
    const marker = bytes[at + 1]
    if (marker === END) return scans
    if (goesOn(marker) || marker === 1) {
      at += marker === MARK ? 1 : 2
      continue
    }
    if (marker === SCAN) scans += 1
    at += 2 + bytes.readUInt16BE(at + 2)
  }
}
