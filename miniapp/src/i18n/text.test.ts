import { readdirSync } from 'node:fs'
import path from 'node:path'
import { defineTexts, textsIn, type Entry } from './text'

const texts = defineTexts({
  plain: { zh: '你好', en: 'Hello' },
  ahead: { zh: '前面 {n} 人', en: { one: '{n} person ahead', other: '{n} people ahead' } },
})

test('reads both languages, fills placeholders, and tells one from many', () => {
  expect(textsIn('zh', texts)('plain')).toBe('你好')
  expect(textsIn('zh', texts)('ahead', { n: 1 })).toBe('前面 1 人')
  expect(textsIn('en', texts)('ahead', { n: 1 })).toBe('1 person ahead')
  expect(textsIn('en', texts)('ahead', { n: 0 })).toBe('0 people ahead')
})

const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort()
/** Where one language has a word, or a space, and the other has none. */
const gaps = ['caseTexts.space', 'homeTexts.aheadUnit', 'ticketTexts.calledAfter']
/** A language is named in itself, or nobody who reads only that one would find it. */
const inItself = ['meTexts.chinese', 'homeTexts.otherLanguage', 'consoleTexts.language']
const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
const areas = readdirSync(__dirname).filter((file) => /^\w+\.ts$/.test(file) && !['text.ts', 'index.ts', 'language.ts'].includes(file))

test.each(areas)('%s says in English what it says in Chinese, with the same values', async (file) => {
  const area = await import(path.join(__dirname, file)) as Record<string, unknown>
  const entries = Object.entries(area).flatMap(([name, held]) =>
    typeof held === 'object' && held !== null ? Object.entries(held).filter((pair): pair is [string, Entry] => isEntry(pair[1])).map(([key, entry]) => ({ at: `${name}.${key}`, entry })) : [])
  expect(entries.length).toBeGreaterThan(0)
  entries.forEach(({ at, entry }) => {
    const english = typeof entry.en === 'string' ? [entry.en] : [entry.en.one, entry.en.other]
    english.forEach((text) => {
      const extra = placeholders(text).filter((name) => !placeholders(entry.zh).includes(name))
      expect([at, ...extra]).toEqual([at])
    })
    if (!gaps.includes(at)) expect([at, entry.zh.trim(), ...english.map((text) => text.trim())]).not.toContain('')
    if (!inItself.includes(at)) expect([at, ...english.flatMap((text) => text.match(/[\u3400-\u9fff]+/g) ?? [])]).toEqual([at])
    const said = new Set(english.flatMap(placeholders))
    expect([at, ...placeholders(entry.zh).filter((name) => !said.has(name))]).toEqual([at])
  })
})
