/** The dark modules of a QR code as one SVG path of unit squares, runs joined, so that it stays crisp at any size. */
export const pathOfModules = (size: number, isDark: (row: number, column: number) => boolean): string => {
  const runs: string[] = []
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!isDark(row, column)) continue
      const from = column
      while (column + 1 < size && isDark(row, column + 1)) column += 1
      const length = column - from + 1
      runs.push(`M${from} ${row}h${length}v1h-${length}z`)
    }
  }
  return runs.join('')
}
