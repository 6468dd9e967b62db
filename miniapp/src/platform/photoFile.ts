/** A picture the citizen chose. */
export interface PhotoFile {
  readonly bytes: ArrayBuffer
  /** Its media type, as its first bytes tell it. */
  readonly type: string
  /** Shows it on this phone, as the source of an image. */
  readonly shown: string
}

/** How choosing ended: with pictures; or with none, for a reason the citizen can do something about. */
export type ChosenPhotos = { readonly kind: 'chosen'; readonly photos: readonly PhotoFile[] } | { readonly kind: 'cancelled' | 'unreadable' | 'refused' }

const starts = (bytes: Uint8Array, at: number, text: string): boolean => [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))

/** The media type of a picture by its first bytes, whatever its name says; null for what no photo may be. */
export const photoType = (buffer: ArrayBuffer): 'image/jpeg' | 'image/png' | 'image/webp' | null => {
  const bytes = new Uint8Array(buffer)
  if (starts(bytes, 0, '\u00ff\u00d8\u00ff')) return 'image/jpeg'
  if (starts(bytes, 0, '\u0089PNG\r\n')) return 'image/png'
  return starts(bytes, 0, 'RIFF') && starts(bytes, 8, 'WEBP') ? 'image/webp' : null
}
