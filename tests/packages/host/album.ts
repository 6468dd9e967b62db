/** The citizen's photos, and the files that the app was given of them. */
export interface Album {
  /** What they choose next; null when they close the album. */
  chosen: readonly Uint8Array[] | null
  readonly files: Map<string, Uint8Array>
}

export const createAlbum = (before?: Album): Album => ({ chosen: null, files: new Map(before?.files) })

/** Copies at most `most` of what was chosen to files of the app's, named after `folder`; null when the album was closed. */
export const choose = ({ chosen, files }: Album, folder: string, most: number): readonly { readonly path: string; readonly size: number }[] | null =>
  chosen?.slice(0, most).map((bytes) => {
    const path = `${folder}${files.size}.image`
    files.set(path, bytes)
    return { path, size: bytes.byteLength }
  }) ?? null
