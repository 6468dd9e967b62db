const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** The browser has begun to save by then. */
const KEPT_MS = 60_000

/** The bytes that a base64 text stands for. */
export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

/** Has the browser save a workbook under a name. */
export const saveWorkbook = (fileName: string, base64: string): void => {
  const address = URL.createObjectURL(new Blob([bytesOf(base64)], { type: WORKBOOK }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}
