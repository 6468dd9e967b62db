import { useEffect, useRef, useState } from 'react'
import { currentLanguage } from '@/i18n'
import { asApiError, newKey } from '@/platform'
import { choosePhotos } from '@/platform/photo'
import type { PhotoFile } from '@/platform/photoFile'
import { uploadPhoto } from './api'
import { addPhotos, MAX_PHOTOS, removePhoto, settlePhoto, type RatingForm } from './ratingForm'
import { refusalText } from './refusal'

export interface Photos {
  /** Why none could be chosen; null when that did not happen. */
  readonly fault: 'unreadable' | 'refused' | null
  readonly choose: () => void
  readonly again: (name: string) => void
  readonly remove: (name: string) => void
}

/** Chooses photos for a form and brings them, each as soon as it is chosen. */
export const usePhotos = (form: RatingForm, onChange: (change: (form: RatingForm) => RatingForm) => void): Photos => {
  const [fault, setFault] = useState<Photos['fault']>(null)
  const files = useRef(new Map<string, PhotoFile>())
  const told = useRef(onChange)
  useEffect(() => { told.current = onChange })

  const bring = async (name: string, file: PhotoFile): Promise<void> => {
    try {
      const { photoId } = await uploadPhoto(file)
      told.current((now) => settlePhoto(now, name, { photoId, why: null }))
    } catch (thrown) {
      const why = refusalText(asApiError(thrown, currentLanguage()), currentLanguage())
      told.current((now) => settlePhoto(now, name, { photoId: null, why }))
    }
  }
  const choose = async (): Promise<void> => {
    setFault(null)
    const chosen = await choosePhotos(MAX_PHOTOS - form.photos.length)
    if (chosen.kind === 'cancelled') return
    if (chosen.kind !== 'chosen') { setFault(chosen.kind); return }
    const named = chosen.photos.map((file) => ({ name: newKey(), file }))
    named.forEach(({ name, file }) => files.current.set(name, file))
    told.current((now) => addPhotos(now, named.map(({ name, file }) => ({ name, shown: file.shown, photoId: null, why: null }))))
    await Promise.all(named.map(({ name, file }) => bring(name, file)))
  }
  const again = (name: string): void => {
    const file = files.current.get(name)
    if (!file) return
    told.current((now) => settlePhoto(now, name, { photoId: null, why: null }))
    void bring(name, file)
  }
  return { fault, choose: () => { void choose() }, again, remove: (name) => told.current((now) => removePhoto(now, name)) }
}
