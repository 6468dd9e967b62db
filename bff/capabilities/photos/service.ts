import { randomInt } from 'node:crypto'
import { ContractError } from '@shared/errors'
import type { AccountsOf } from '../../accounts'
import type { PhotoKeeper, PhotoRecords, PhotoStore, Remake } from './port'

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'
/** 134 random bits. */
const newPhotoId = (): string => Array.from({ length: 26 }, () => ALPHABET[randomInt(36)]).join('')

export interface PhotoServiceParts {
  readonly remake: Remake
  readonly store: PhotoStore
  readonly records: PhotoRecords
  readonly accountsOf: AccountsOf
  readonly clock: () => number
}

/** Photos of ratings: brought first, then attached to a rating, and seen only through it. */
export class PhotoService implements PhotoKeeper {
  constructor(private readonly parts: PhotoServiceParts) {}

  /** Keeps the picture in what was sent; of the file itself nothing. Throws PHOTO_REFUSED, UNAVAILABLE. */
  async bring(citizenId: string, sent: Buffer): Promise<{ photoId: string; width: number; height: number }> {
    const { remake, store, records, clock } = this.parts
    const picture = await remake(sent)
    if (!picture) throw new ContractError('PHOTO_REFUSED')
    const photoId = newPhotoId()
    await store.put(photoId, picture.bytes)
    try {
      await records.add(photoId, citizenId, clock())
    } catch (error) {
      // Nobody will ask for it. If that fails too, the sweeper finds it.
      await store.remove(photoId).catch(() => undefined)
      throw error
    }
    return { photoId, width: picture.width, height: picture.height }
  }

  async attach(photoIds: readonly string[], citizenId: string, ratingId: string): Promise<void> {
    const { records, accountsOf } = this.parts
    const [accounts, known] = await Promise.all([accountsOf(citizenId), Promise.all(photoIds.map((photoId) => records.find(photoId)))])
    const owners = known.map((one) => one?.citizenId ?? '')
    // All are looked at first, so that of some that cannot be attached together none is.
    if (known.some((one, i) => !one || !accounts.includes(owners[i] as string) || (one.ratingId !== null && one.ratingId !== ratingId))) throw new ContractError('PHOTO_NOT_FOUND')
    const attached = await Promise.all(photoIds.map((photoId, i) => records.attach(photoId, owners[i] as string, ratingId)))
    if (attached.includes(false)) throw new ContractError('PHOTO_NOT_FOUND')
  }

  async read(photoId: string, ratingId: string): Promise<Buffer> {
    const known = await this.parts.records.find(photoId)
    const bytes = known?.ratingId === ratingId ? await this.parts.store.get(photoId) : null
    if (!bytes) throw new ContractError('PHOTO_NOT_FOUND')
    return bytes
  }

  async remove(photoIds: readonly string[], ratingId: string): Promise<void> {
    const { records, store } = this.parts
    for (const photoId of photoIds) {
      if ((await records.find(photoId))?.ratingId !== ratingId) continue
      // The picture first: cut off in between, the same again finishes it.
      await store.remove(photoId)
      await records.forget(photoId)
    }
  }
}
