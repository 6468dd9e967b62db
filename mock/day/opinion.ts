import { isBadRating, ratingTags, type RatingTagCode } from '@shared/ratingTags'
import type { Lots } from './lots'

export interface Opinion { readonly level: number; readonly tags: string[]; readonly text: string }

/** How often each level is given, from 5 down. */
const SHARES = [[5, 0.62], [4, 0.24], [3, 0.09], [2, 0.03], [1, 0.02]] as const
/** Words some add; of demo people, about nothing real. */
const TEXTS: Readonly<Record<number, readonly string[]>> = {
  5: ['工作人员讲解得很清楚。', '排队信息准确，按提示过来正好轮到。'],
  4: ['整体顺利。', '希望材料清单再简明一些。'],
  3: ['等候时间比预计略长。'],
  2: ['现场没有找到材料样本。'],
  1: ['来回跑了两个窗口。'],
}

/**
 * What a citizen says of a visit: mostly good; a bad rating always says why, as the standard asks.
 * @param label of the number
 */
export const opinionOf = (label: string, lots: Lots): Opinion => {
  const level = levelFor(lots.share('level', label))
  const codes = Object.keys(ratingTags) as RatingTagCode[]
  const ofLevel = codes.filter((code) => ratingTags[code].level === level)
  const fewest = isBadRating(level) ? 1 : 0
  const count = fewest + Math.floor(lots.share('how many tags', label) * 3)
  const tags = [...ofLevel].sort((a, b) => liking(a, label, lots) - liking(b, label, lots)).slice(0, count)
  const text = lots.happens(0.15, 'writes', label) ? lots.pick(TEXTS[level] ?? [], 'text', label) ?? '' : ''
  return { level, tags, text }
}

/** Those shown at once are ticked more often than those behind “more”. */
const liking = (code: RatingTagCode, label: string, lots: Lots): number =>
  lots.share('tag', label, code) + (ratingTags[code].first ? 0 : 0.5)

const levelFor = (share: number): number => {
  let sum = 0
  for (const [level, part] of SHARES) {
    sum += part
    if (share < sum) return level
  }
  return 5
}
