/** The two-byte part of GBK, turned round: what the runtime can read but not write. */
const table = (): ReadonlyMap<string, readonly [number, number]> => {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<string, readonly [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const letter = decoder.decode(Uint8Array.of(lead, trail))
      if (trail !== 0x7f && Array.from(letter).length === 1 && !found.has(letter)) found.set(letter, [lead, trail])
    }
  }
  return found
}
const letters = table()

/** XML in GBK. A letter that GBK has not (a rare name's) is written as a character reference. */
export const xmlInGbk = (xml: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Array.from(xml).flatMap((letter): readonly number[] => {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x80) return [code]
  return letters.get(letter) ?? Array.from(`&#${code};`, (digit) => digit.charCodeAt(0))
}))
