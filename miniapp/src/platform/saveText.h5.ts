export const savesFiles = true

/** The browser has begun to save by then. */
const KEPT_MS = 60_000

/** Has the browser save a text under a name. */
export const saveText = async (fileName: string, text: string): Promise<boolean> => {
  try {
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = address
    link.download = fileName
    document.body.append(link)
    link.click()
    link.remove()
    setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
    return true
  } catch { return false }
}
