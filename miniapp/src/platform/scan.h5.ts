import type { Scanned, ScanWanted } from './scanned'

/** A photo is made no larger than this before it is read: enough for a code on a screen, light for an old phone. */
const LONGEST_SIDE = 1400

/** Null when the citizen goes away without a photo, where the browser tells. */
const takePhoto = (): Promise<File | null> => new Promise((resolve) => {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*'
  input.setAttribute('capture', 'environment')
  input.style.display = 'none'
  const end = (file: File | null): void => { input.remove(); resolve(file) }
  input.addEventListener('change', () => end(input.files?.[0] ?? null))
  input.addEventListener('cancel', () => end(null))
  document.body.append(input)
  input.click()
})

const loadImage = (file: File): Promise<HTMLImageElement> => new Promise((resolve, reject) => {
  const image = new Image()
  image.onload = () => resolve(image)
  image.onerror = () => reject(new Error('not a picture'))
  image.src = URL.createObjectURL(file)
})

const readPixels = (image: HTMLImageElement, longest: number): ImageData | null => {
  const scale = Math.min(1, longest / Math.max(image.naturalWidth, image.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * scale)
  canvas.height = Math.round(image.naturalHeight * scale)
  const context = canvas.getContext('2d')
  if (!context || canvas.width === 0 || canvas.height === 0) return null
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

interface BarcodeReader { readonly detect: (image: HTMLImageElement) => Promise<readonly { readonly rawValue: string }[]> }
type BarcodeReaderClass = new (wanted: { readonly formats: readonly string[] }) => BarcodeReader

/** Lines, not squares: only some browsers read them, by themselves. Null when this one does not, or finds none. */
const readLines = async (image: HTMLImageElement): Promise<string | null> => {
  const Reader = (window as { readonly BarcodeDetector?: BarcodeReaderClass }).BarcodeDetector
  if (!Reader) return null
  try { return (await new Reader({ formats: ['code_128', 'code_39'] }).detect(image))[0]?.rawValue ?? null } catch { return null }
}

/** Lets the citizen photograph a code and gives what it says; the photo never leaves the phone. Call it within a tap. */
export const scan = async ({ barcodes = false }: ScanWanted = {}): Promise<Scanned> => {
  const file = await takePhoto()
  if (!file) return { kind: 'cancelled' }
  try {
    const [{ default: readCode }, image] = await Promise.all([import('jsqr'), loadImage(file)])
    // A code may be lost at one size and found at another.
    for (const longest of [LONGEST_SIDE, LONGEST_SIDE / 2]) {
      const pixels = readPixels(image, longest)
      const code = pixels && readCode(pixels.data, pixels.width, pixels.height)
      if (code?.data) { URL.revokeObjectURL(image.src); return { kind: 'read', text: code.data } }
    }
    const lines = barcodes ? await readLines(image) : null
    URL.revokeObjectURL(image.src)
    return lines ? { kind: 'read', text: lines } : { kind: 'unreadable' }
  } catch { return { kind: 'unreadable' } }
}
