import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { ContractError } from '@shared/errors'
import type { PhotoStore, StoredPhoto } from '../../capabilities/photos/port'
import type { Sealing } from '../../platform/sealing'

const PHOTO_ID = /^[0-9a-z]{26}$/
/** Where a file is until it is whole. No two characters, so that it is none of the folders of photos. */
const ARRIVING = 'arriving'

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'
const contextOf = (photoId: string): string => `photo:${photoId}`

export interface PhotoFiles extends PhotoStore {
  /** Seals a photo by the current key, unless it is so already or cannot be opened; null when it is gone. */
  readonly reseal: (photoId: string) => Promise<'anew' | 'already' | 'lost' | null>
}

/** Photos as sealed files, `<folder>/ab/cd/<photoId>`. The folder may be shared by processes; what one puts all find. */
export const createPhotoFiles = (folder: string, sealing: Sealing): PhotoFiles => {
  const folderOf = (photoId: string): string => {
    if (!PHOTO_ID.test(photoId)) throw new Error('a photo is asked for by what is no id')
    return path.join(folder, photoId.slice(0, 2), photoId.slice(2, 4))
  }
  const fileOf = (photoId: string): string => path.join(folderOf(photoId), photoId)
  const arriving = path.join(folder, ARRIVING)

  const write = async (photoId: string, bytes: Buffer): Promise<void> => {
    const home = folderOf(photoId)
    const made = [await mkdir(home, { recursive: true, mode: 0o700 }), await mkdir(arriving, { recursive: true, mode: 0o700 })]
    const temporary = path.join(arriving, randomUUID())
    try {
      await saved(temporary, sealing.sealBytes(bytes, contextOf(photoId)))
      await rename(temporary, fileOf(photoId))
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined)
      throw error
    }
    await flushed(home)
    if (made.some((one) => one !== undefined)) for (const above of [path.dirname(home), folder]) await flushed(above)
  }

  return {
    put: (photoId, bytes) => write(photoId, bytes).catch((cause: unknown) => { throw Object.assign(new ContractError('UNAVAILABLE'), { cause }) }),
    get: async (photoId) => {
      const sealed = await readFile(fileOf(photoId)).catch(nullIfMissing)
      return sealed && sealing.openBytes(sealed, contextOf(photoId))
    },
    reseal: async (photoId) => {
      const sealed = await readFile(fileOf(photoId)).catch(nullIfMissing)
      if (sealed === null) return null
      if (sealing.isCurrent(sealed)) return 'already'
      const bytes = sealing.openBytes(sealed, contextOf(photoId))
      if (bytes === null) return 'lost'
      await write(photoId, bytes)
      return 'anew'
    },
    remove: async (photoId) => { await rm(fileOf(photoId), { force: true }) },
    async *all() {
      for (const outer of await foldersIn(folder)) {
        for (const inner of await foldersIn(path.join(folder, outer))) yield await photosIn(path.join(folder, outer, inner))
      }
    },
    tidy: async (before) => {
      for (const name of await readdir(arriving).catch(nullIfMissing) ?? []) {
        const file = path.join(arriving, name)
        const found = await stat(file).catch(nullIfMissing)
        if (found && found.mtimeMs < before) await rm(file, { force: true })
      }
    },
  }
}

const nullIfMissing = (error: unknown): null => {
  if (isMissing(error)) return null
  throw error
}

/** Written to the disk itself, so that no power cut takes it back. */
const saved = async (file: string, bytes: Buffer): Promise<void> => {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A file's name is on the disk once its folder is. */
const flushed = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const foldersIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(nullIfMissing)
  return (entries ?? []).filter((entry) => entry.isDirectory() && /^[0-9a-z]{2}$/.test(entry.name)).map(({ name }) => name)
}

const photosIn = async (folder: string): Promise<StoredPhoto[]> => {
  const found: StoredPhoto[] = []
  for (const name of await readdir(folder).catch(nullIfMissing) ?? []) {
    const file = PHOTO_ID.test(name) ? await stat(path.join(folder, name)).catch(nullIfMissing) : null
    if (file) found.push({ photoId: name, at: file.mtimeMs })
  }
  return found
}
