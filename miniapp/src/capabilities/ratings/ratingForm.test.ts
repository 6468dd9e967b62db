import { ratingTags, type RatingTagCode } from '@shared/ratingTags'
import { rateVisit } from '@shared/ratings'
import { bodyOf, chooseLevel, emptyForm, hasMoreTags, MAX_TAGS, MAX_TEXT, missing, shownTags, toggleTag, writeText } from './ratingForm'

const codes = Object.keys(ratingTags) as RatingTagCode[]

describe('a rating being filled in', () => {
  it('can be sent after one tap on a good level', () => {
    expect(missing(emptyForm)).toBe('level')
    expect(bodyOf(emptyForm)).toBeNull()
    expect(bodyOf(chooseLevel(emptyForm, 5))).toEqual({ level: 5, tags: [], text: '' })
    expect(missing(chooseLevel(emptyForm, 3))).toBeNull()
  })

  it('needs a tag or words for a bad level, and blanks are no words', () => {
    for (const level of [1, 2]) {
      const bad = chooseLevel(emptyForm, level)
      expect(missing(bad)).toBe('reason')
      expect(missing(writeText(bad, '   '))).toBe('reason')
      expect(missing(writeText(bad, '等了两个小时'))).toBeNull()
      expect(missing(toggleTag(bad, level === 1 ? '110' : '209'))).toBeNull()
    }
  })

  it('shows the first tags of the level, and all of them on demand, in the order of the standard', () => {
    const form = chooseLevel(emptyForm, 5)
    expect(shownTags(form, false)).toEqual(['510', '511', '512'])
    expect(hasMoreTags(form, false)).toBe(true)
    expect(shownTags(form, true)).toEqual(['510', '511', '512', '513', '514', '515', '516', '517'])
    expect(hasMoreTags(form, true)).toBe(false)
  })

  it('never hides a chosen tag', () => {
    expect(shownTags(toggleTag(chooseLevel(emptyForm, 5), '517'), false)).toEqual(['510', '511', '512', '517'])
  })

  it('drops the tags with their level and keeps the words', () => {
    const form = writeText(toggleTag(chooseLevel(emptyForm, 1), '110'), '等了两个小时')
    expect(chooseLevel(form, 2)).toEqual({ level: 2, tags: [], text: '等了两个小时' })
    expect(chooseLevel(form, 1)).toBe(form)
  })

  it('takes a tag back on a second tap, and refuses one of another level', () => {
    const form = toggleTag(chooseLevel(emptyForm, 5), '510')
    expect(form.tags).toEqual(['510'])
    expect(toggleTag(form, '510').tags).toEqual([])
    expect(toggleTag(form, '110').tags).toEqual(['510'])
  })

  it('only ever makes bodies the contract accepts', () => {
    for (const level of [1, 2, 3, 4, 5]) {
      const full = codes.reduce(toggleTag, writeText(chooseLevel(emptyForm, level), '字'.repeat(MAX_TEXT + 100)))
      expect(full.tags.length).toBeLessThanOrEqual(MAX_TAGS)
      expect(rateVisit.body.safeParse(bodyOf(full)).success).toBe(true)
    }
  })
})
