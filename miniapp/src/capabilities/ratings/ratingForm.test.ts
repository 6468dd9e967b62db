import { ratingTags, type RatingTagCode } from '@shared/ratingTags'
import { MAX_PHOTOS as CONTRACT_PHOTOS } from '@shared/photos'
import { rateVisit } from '@shared/ratings'
import { addPhotos, bodyOf, chooseLevel, emptyForm, formOf, hasMoreTags, MAX_PHOTOS, MAX_TAGS, MAX_TEXT, missing, removePhoto, settlePhoto, shownTags, toggleTag, writeText } from './ratingForm'

/** A photo's id, the n-th. */
const id = (n: number): string => String(n).repeat(26)

const codes = Object.keys(ratingTags) as RatingTagCode[]

describe('a rating being filled in', () => {
  it('can be sent after one tap on a good level', () => {
    expect(missing(emptyForm)).toBe('level')
    expect(bodyOf(emptyForm)).toBeNull()
    expect(bodyOf(chooseLevel(emptyForm, 5))).toEqual({ level: 5, tags: [], text: '', photos: [], anonymous: true })
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
    expect(chooseLevel(form, 2)).toEqual({ ...form, level: 2, tags: [] })
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

  it('waits for a photo on its way, and does not go without one that failed until it is removed', () => {
    const coming = addPhotos(chooseLevel(emptyForm, 5), [{ name: 'a', shown: 'photo://0', photoId: null, why: null }])
    expect([missing(coming), bodyOf(coming)]).toEqual(['photosComing', null])
    expect(bodyOf(settlePhoto(coming, 'a', { photoId: id(1), why: null }))?.photos).toEqual([id(1)])
    const failed = settlePhoto(coming, 'a', { photoId: null, why: '没有传上' })
    expect(missing(failed)).toBe('photosFailed')
    expect(bodyOf(removePhoto(failed, 'a'))?.photos).toEqual([])
    expect(settlePhoto(removePhoto(coming, 'a'), 'a', { photoId: id(1), why: null }).photos).toEqual([])
  })

  it('takes no more photos than the contract does', () => {
    const photos = [1, 2, 3, 4, 5].map((n) => ({ name: id(n), shown: null, photoId: id(n), why: null }))
    expect(MAX_PHOTOS).toBe(CONTRACT_PHOTOS)
    expect(rateVisit.body.safeParse(bodyOf(addPhotos(chooseLevel(emptyForm, 4), photos))).success).toBe(true)
  })

  it('of what was said before says the same again', () => {
    const body = { level: 2, tags: ['213'] as RatingTagCode[], text: '等了很久', photos: [id(1)], anonymous: false }
    expect(bodyOf(formOf(body))).toEqual(body)
    expect(formOf({ ...body, tags: ['213', 'unknown'] }).tags).toEqual(['213'])
  })
})
