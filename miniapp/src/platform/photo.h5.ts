import { photoType, type ChosenPhotos, type PhotoFile } from './photoFile'

/** A photo is made no larger than this before it is sent, and so carries neither place nor device from here on. */
const LONGEST_SIDE = 2000
const QUALITY = 0.85

const takeFiles = (most: number): Promise<readonly File[]> => new Promise((resolve) => {
  const input = document.createElement('input')
  input.type = 'file'
  // Named one by one: an iPhone then hands over a JPEG instead of its own format.
  input.accept = 'image/jpeg,image/png,image/webp'
  input.multiple = most > 1
  input.style.display = 'none'
  const end = (files: readonly File[]): void => { input.remove(); resolve(files) }
  input.addEventListener('change', () => end([...(input.files ?? [])].slice(0, most)))
  input.addEventListener('cancel', () => end([]))
  document.body.append(input)
  input.click()
})

const loadImage = (url: string): Promise<HTMLImageElement> => new Promise((resolve, reject) => {
  const image = new Image()
  image.onload = () => resolve(image)
  image.onerror = () => reject(new Error('not a picture'))
  image.src = url
})

const smaller = async (file: File): Promise<Blob | null> => {
  const url = URL.createObjectURL(file)
  try {
    const image = await loadImage(url)
    const scale = Math.min(1, LONGEST_SIDE / Math.max(image.naturalWidth, image.naturalHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.naturalWidth * scale)
    canvas.height = Math.round(image.naturalHeight * scale)
    const context = canvas.getContext('2d')
    if (!context || canvas.width === 0 || canvas.height === 0) return null
    context.fillStyle = 'white'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve) => { canvas.toBlob(resolve, 'image/jpeg', QUALITY) })
  } finally { URL.revokeObjectURL(url) }
}

const readPhoto = async (file: File): Promise<PhotoFile | null> => {
  try {
    const blob = await smaller(file) ?? file
    // Older browsers read a blob only so.
    const bytes = await new Response(blob).arrayBuffer()
    const type = photoType(bytes)
    return type && { bytes, type, shown: URL.createObjectURL(blob) }
  } catch { return null }
}

/** Lets the citizen take or choose up to `most` photos, and makes them smaller. Call it within a tap. */
export const choosePhotos = async (most: number): Promise<ChosenPhotos> => {
  const files = await takeFiles(most)
  if (files.length === 0) return { kind: 'cancelled' }
  const photos = (await Promise.all(files.map(readPhoto))).flatMap((photo) => photo ?? [])
  return photos.length > 0 ? { kind: 'chosen', photos } : { kind: 'unreadable' }
}
