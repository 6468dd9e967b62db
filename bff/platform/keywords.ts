import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict'

const jieba = Jieba.withDict(dict)
/** Nouns, verbs, adjectives and idioms; no names of people, no numbers, no function words. */
const TELLING = /^(n|nz|v|vn|a|an|i|l|s)$/
const HAN = /^\p{Script=Han}{2,8}$/u
/** Words that stand in every text and tell nothing. */
const HOLLOW = new Set('工作人员 人员 窗口 办理 业务 服务 问题 情况 时候 时间 小时 电话 没有 觉得 知道 需要 可以 希望 大厅 事情 不能 应该'.split(' '))

/**
 * The telling words of a Chinese text, each once, in their order. Only words of the dictionary: a name, a number or anything
 * else that belongs to one person is none.
 */
export const keywordsOf = (text: string, most: number): string[] => {
  const words = jieba.tag(text, false).filter(({ tag, word }) => TELLING.test(tag) && HAN.test(word) && !HOLLOW.has(word)).map(({ word }) => word)
  return [...new Set(words)].slice(0, most)
}
