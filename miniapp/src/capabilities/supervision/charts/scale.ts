/** The end of an axis: the least of 1, 2, 5, 10, 20 … that holds every value; 1 for nothing at all. */
export const topOf = (values: readonly (number | null)[]): number => {
  const most = Math.max(0, ...values.map((value) => value ?? 0))
  if (most <= 1) return 1
  const ten = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 5, 10].map((step) => step * ten).find((top) => top >= most) ?? most
}

/** How long a value is drawn on a length, by the end of its axis. */
export const lengthOf = (value: number | null, top: number, length: number): number => Math.round((Math.min(Math.max(value ?? 0, 0), top) / top) * length * 10) / 10

/**
 * The pieces of a line through values from 0 to 1 over a width and a height, as SVG writes points. Where a value is missing
 * the line breaks: nothing is drawn through days without ratings.
 */
export const linesThrough = (values: readonly (number | null)[], width: number, height: number): readonly string[] => {
  const step = values.length > 1 ? width / (values.length - 1) : 0
  const pieces: string[][] = [[]]
  values.forEach((value, i) => {
    if (value === null) pieces.push([])
    else pieces.at(-1)?.push(`${Math.round(i * step * 10) / 10},${Math.round((1 - value) * height * 10) / 10}`)
  })
  return pieces.filter((piece) => piece.length > 0).map((piece) => (piece.length === 1 ? `${piece[0]} ${piece[0]}` : piece.join(' ')))
}
