import { saveWorkbook } from './saveFile'

test('a workbook is saved byte for byte, under its name', async () => {
  const made: Blob[] = []
  Object.assign(URL, { createObjectURL: (blob: Blob) => { made.push(blob); return 'blob:one' }, revokeObjectURL: () => undefined })
  const clicked: string[] = []
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function press(this: HTMLAnchorElement) { clicked.push(`${this.download} ${this.href}`) })
  saveWorkbook('daily-20260105.xlsx', btoa(String.fromCharCode(80, 75, 3, 4, 0, 255)))
  expect(clicked).toEqual(['daily-20260105.xlsx blob:one'])
  const read = await new Promise<ArrayBuffer>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result as ArrayBuffer)
    reader.readAsArrayBuffer(made[0] as Blob)
  })
  expect([...new Uint8Array(read)]).toEqual([80, 75, 3, 4, 0, 255])
  expect(made[0]?.type).toContain('spreadsheet')
})
