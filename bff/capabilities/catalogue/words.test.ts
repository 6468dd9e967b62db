import { folded, plain, runsOf, soundOf, soundPairs, splitPinyin, spokenOf, syllablesOf, withoutFillers } from './words'

describe('what was typed', () => {
  it('is compared narrow, small and without marks', () => {
    expect(folded('ＧＪＪ Éß')).toBe('gjj eß')
    expect(plain(' 公积金（租房）- A证! ')).toBe('公积金租房a证')
    expect(runsOf('公积金tiqu，2024 年')).toEqual({ chinese: ['公积金', '年'], latin: ['tiqu', '2024'] })
  })

  it('loses what is only said around it, but never all', () => {
    expect(withoutFillers('怎么办居住证')).toBe('居住证')
    expect(withoutFillers('怎么办理')).toBe('怎么办理')
  })

  it('sounds the same for characters that sound alike, also to those who do not tell zh from z or ng from n', () => {
    expect(soundOf(syllablesOf('居住证'))).toBe(soundOf(syllablesOf('居祝真')))
    expect(soundOf(['zhang', 'shan'])).toBe('zansan')
  })

  it('leaves a pair of sounds when a character is missing or needless', () => {
    const pairs = (text: string): string[] => soundPairs(syllablesOf(text))
    expect(pairs('居住证')).toEqual(['ju-zu', 'ju-zen', 'zu-zen'])
    expect(pairs('居住证')).toEqual(expect.arrayContaining(pairs('居证')))
    expect(pairs('居往证')).toEqual(expect.arrayContaining(pairs('居证')))
    expect(soundPairs(['yi'])).toEqual([])
  })

  it('may be initials from any word on', () => {
    expect(spokenOf('公积金提取')).toMatchObject({ initials: ['gjjtq', 'tq'], words: ['gongjijin', 'tiqu'] })
  })

  it('may be pinyin, its last syllable not yet whole', () => {
    const known = new Set(['gong', 'ji', 'jin', 'xi', 'an', 'xian'])
    expect(splitPinyin('gongjijin', known)).toEqual(['gong', 'ji', 'jin'])
    expect(splitPinyin('gongjij', known)).toEqual(['gong', 'ji'])
    expect(splitPinyin('xian', known)).toEqual(['xian'])
    expect(splitPinyin('gjj', known)).toEqual([])
    expect(splitPinyin('x'.repeat(60), known)).toEqual([])
  })
})
