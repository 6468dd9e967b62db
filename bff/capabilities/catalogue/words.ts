import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict'
import { pinyin } from 'pinyin-pro'

const jieba = Jieba.withDict(dict)
const RUNS = /\p{Script=Han}+|[a-z0-9]+/gu
const HAN = /\p{Script=Han}/u
/** What people say around the thing they ask for. */
const FILLERS = new Set('办理 办 申请 申办 怎么 怎么办 如何 怎样 我 我要 我想 想 要 需要 请问 请 了 的 在 给 去 到 哪里 哪 哪儿 什么 吗 呢 啊 和 与 及 或 能 可以 有 是 多少 材料 手续 流程 指南 咨询 帮 下 一下'.split(' '))
const ENGLISH_FILLERS = new Set('a an the of to in on at for and or my i how do apply get with by'.split(' '))

/** As it is compared: narrow, small, without marks over letters. */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{Mn}/gu, '').normalize('NFC').toLowerCase()

/** Stretches of Chinese and of Latin letters or digits; everything else parts them and is nothing. */
export const runsOf = (text: string): { readonly chinese: readonly string[]; readonly latin: readonly string[] } => {
  const runs = folded(text).match(RUNS) ?? []
  return { chinese: runs.filter((run) => HAN.test(run)), latin: runs.filter((run) => !HAN.test(run)) }
}

/** Letters, digits and characters alone. */
export const plain = (text: string): string => (folded(text).match(RUNS) ?? []).join('')

/** The words in a stretch of Chinese, longer ones with the shorter ones within. */
export const wordsOf = (chinese: string): string[] => jieba.cutForSearch(chinese, true)

/** Without what is only said around it; all of it when nothing else is left. */
export const withoutFillers = (chinese: string): string => jieba.cut(chinese, true).filter((word) => !FILLERS.has(word)).join('') || chinese
export const englishOf = (latin: readonly string[]): string[] => latin.filter((word) => !ENGLISH_FILLERS.has(word))

/** A syllable for each character, as it is typed. */
export const syllablesOf = (chinese: string): string[] => pinyin(chinese, { toneType: 'none', type: 'array', v: true })

/** Sounds that many people do not tell apart are one. */
const blurred = (syllable: string): string => syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n')

/** A whole word as it sounds. */
export const soundOf = (syllables: readonly string[]): string => syllables.map(blurred).join('')

/** Neighbours, and neighbours but one: a wrong, a missing and a needless character each leave some of them. */
export const soundPairs = (syllables: readonly string[]): string[] => {
  const sounds = syllables.map(blurred)
  return sounds.flatMap((sound, i) => [sounds[i + 1], sounds[i + 2]].flatMap((next) => (next === undefined ? [] : [`${sound}-${next}`])))
}

/** Nobody types more. */
export const LONGEST_INITIALS = 10
export interface Spoken { readonly syllables: readonly string[]; readonly pairs: readonly string[]; readonly words: readonly string[]; readonly initials: readonly string[] }

/** How a stretch of Chinese is typed by its sound: word by word, and by initials from each word on. */
export const spokenOf = (chinese: string): Spoken => {
  const syllables = syllablesOf(chinese)
  const letters = syllables.map((syllable) => syllable[0] ?? '').join('')
  let at = 0
  const words = jieba.cut(chinese, true).map((word) => {
    const from = at
    at += [...word].length
    return { from, until: at }
  })
  return {
    syllables, pairs: soundPairs(syllables),
    words: words.filter(({ from, until }) => until - from > 1).map(({ from, until }) => syllables.slice(from, until).join('')),
    initials: words.map(({ from }) => letters.slice(from, from + LONGEST_INITIALS)).filter(({ length }) => length > 1),
  }
}

const LONGEST_SYLLABLE = 6
/** Parts typed pinyin into syllables that are known, the longest first; what is left over at its end is still being typed. */
export const splitPinyin = (typed: string, known: ReadonlySet<string>): string[] => {
  const dead = new Set<number>()
  const from = (at: number): string[] | null => {
    if (at === typed.length) return []
    if (dead.has(at)) return null
    for (let length = Math.min(LONGEST_SYLLABLE, typed.length - at); length > 0; length -= 1) {
      const syllable = typed.slice(at, at + length)
      const rest = known.has(syllable) ? from(at + length) : null
      if (rest) return [syllable, ...rest]
    }
    dead.add(at)
    return typed.length - at < LONGEST_SYLLABLE && at > 0 ? [] : null
  }
  return from(0) ?? []
}
