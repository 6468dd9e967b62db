import type { GuideMaterial, ItemGuide } from '@shared/guides'
import type { LocalText } from '@shared/endpoint'
import type { Translate } from '@/i18n'
import type { guideTexts } from '@/i18n/guides'

export interface GuideWords { readonly say: Translate<typeof guideTexts>; readonly local: (text: LocalText) => string }

/** Under a material: who holds it already, or in which form it is wanted. */
export const materialNote = ({ note, heldByCity, heldBy, form, copies }: GuideMaterial, { say, local }: GuideWords): string => {
  if (heldByCity) return heldBy === null ? say('held') : say('heldBy', { office: heldBy })
  const parts = [note && local(note), form && say(form), copies === null ? null : copies === 0 ? say('shown') : say('copies', { n: copies })]
  return parts.filter(Boolean).join(say('join'))
}

const limitOf = (limit: { readonly days: number; readonly unit: 'working' | 'calendar' } | null, kind: 'promised' | 'lawful', { say }: GuideWords): string[] =>
  limit === null ? [] : [say(limit.unit === 'working' ? kind : `${kind}Calendar`, { n: limit.days })]

/** How long it takes, what is certain first; empty when nothing is known. */
export const timeLines = ({ time }: ItemGuide, words: GuideWords): readonly string[] => [
  ...(time.onTheSpot ? [words.say('onTheSpot')] : limitOf(time.promised, 'promised', words)),
  ...(time.onTheSpot ? [] : limitOf(time.lawful, 'lawful', words)),
  ...(time.minutes === null ? [] : [words.say('atWindow', { n: time.minutes })]),
]

/** What it costs; null when that is not known. */
export const feeLine = ({ fee }: ItemGuide, { say, local }: GuideWords): string | null =>
  fee === null ? null : fee.free ? [say('free'), fee.text && local(fee.text)].filter(Boolean).join(say('join')) : fee.text && local(fee.text)

/** Whether one must come at all; null when that is not known. */
export const onlineLine = ({ online }: ItemGuide, { say }: GuideWords): string | null =>
  online === null ? null : !online.possible ? say('onlineNone') : online.visits === 0 ? say('onlineAll') : say('onlineVisits', { n: online.visits })

/** Only what must be brought can be ticked off. */
export const toBring = (materials: readonly GuideMaterial[]): readonly GuideMaterial[] => materials.filter(({ heldByCity }) => !heldByCity)
