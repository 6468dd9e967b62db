import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import postcss, { type Rule } from 'postcss'
import { compile } from 'sass'

const source = path.join(__dirname, '../..')
const tokens = readFileSync(path.join(__dirname, '_tokens.scss'), 'utf8')
const themeOf = (name: string): Record<string, string> => {
  const block = new RegExp(`@mixin ${name} \\{([^}]*)\\}`).exec(tokens)?.[1] ?? ''
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, key, value]) => [key ?? '', value ?? '']))
}

/** Relative luminance and contrast, by WCAG 2. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['ground', 'wash', 'raised']
const pairs = [
  ...grounds.flatMap((ground) => ['ink', 'soft', 'action', 'now', 'done', 'attention'].map((ink) => [ink, ground])),
  ...['action', 'now', 'done', 'attention'].flatMap((tone) => [[tone, `${tone}-wash`], ['ink', `${tone}-wash`]]),
  ['soft', 'action-wash'], ['soft', 'hairline'], ['on-action', 'action'], ['on-now', 'now'], ['on-fill', 'action-fill'], ['on-fill', 'now-fill'], ['ground', 'done'],
]

describe.each(['light', 'dark'])('%s', (name) => {
  const theme = themeOf(name)
  test.each(pairs)('%s on %s can be read (4.5:1)', (ink = '', ground = '') => {
    expect(theme[ink]).toBeDefined()
    expect(theme[ground]).toBeDefined()
    expect(contrast(theme[ink] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
  })
  test('the edge of a field can be seen (3:1)', () => {
    grounds.forEach((ground) => expect(contrast(theme.edge ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(3))
  })
})

const sheets = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.scss') && path.basename(file) !== '_tokens.scss')

test('there are style sheets to look at', () => { expect(sheets.length).toBeGreaterThan(10) })

/** Words in it are large numerals: 3:1 is enough, as for an edge. */
const LARGE = ['edge']
/** Nothing is written on these. */
const BARE = ['edge', 'veil', 'action', 'attention', 'done', 'on-action', 'hairline', 'ink']
const tokenOf = (rule: Rule, property: RegExp): string | null => {
  const said = rule.nodes.flatMap((node) => (node.type === 'decl' && property.test(node.prop) ? [/var\(--([\w-]+)\)/.exec(node.value)?.[1] ?? null] : []))
  return said.at(-1) ?? null
}
const rulesIn = (file: string): Rule[] => {
  const found: Rule[] = []
  postcss.parse(compile(path.join(source, file)).css).walkRules((rule) => { found.push(rule) })
  return found
}

test('every ink and every ground that a style sheet brings together, or names alone, is among the pairs above', () => {
  const known = new Set(pairs.map(([ink, ground]) => `${ink} on ${ground}`))
  const rules = sheets.flatMap((file) => rulesIn(file).map((rule) => ({ at: `${file} ${rule.selector}`, ink: tokenOf(rule, /^color$/), ground: tokenOf(rule, /^background(-color)?$/) })))
  expect(rules.filter(({ ink, ground }) => ink !== null && ground !== null).length).toBeGreaterThan(30)
  expect(rules.flatMap(({ at, ink, ground }) => {
    if (ink !== null && ground !== null) return known.has(`${ink} on ${ground}`) ? [] : [`${at}: ${ink} on ${ground}`]
    if (ink !== null) return pairs.some(([one]) => one === ink) || LARGE.includes(ink) ? [] : [`${at}: ${ink}`]
    return ground === null || pairs.some(([, one]) => one === ground) || BARE.includes(ground) ? [] : [`${at}: on ${ground}`]
  })).toEqual([])
})

const moving = (rule: Rule): string[] => rule.nodes.flatMap((node) => (node.type === 'decl' && /^(animation|transition)$/.test(node.prop) && !/^none/.test(node.value) ? [node.prop] : []))
const inReduced = (rule: Rule): boolean => rule.parent?.type === 'atrule' && /prefers-reduced-motion/.test((rule.parent as { params?: string }).params ?? '')

test('whatever moves stands still for those who asked their device for less motion', () => {
  const rules = sheets.flatMap((file) => rulesIn(file).map((rule) => ({ file, rule })))
  const stilled = rules.filter(({ rule }) => inReduced(rule)).flatMap(({ rule }) => rule.selectors.flatMap((selector) =>
    rule.nodes.flatMap((node) => (node.type === 'decl' && /^none/.test(node.value) ? [`${selector} ${node.prop}`] : []))))
  const restless = rules.flatMap(({ file, rule }) => (inReduced(rule) ? [] : rule.selectors.flatMap((selector) => moving(rule).map((how) => ({ file, still: `${selector} ${how}` })))))
  expect(restless.length).toBeGreaterThan(4)
  expect(restless.filter(({ still }) => !stilled.includes(still))).toEqual([])
})

test.each(sheets)('%s names no colour of its own', (file) => {
  const text = readFileSync(path.join(source, file), 'utf8').replace(/url\([^)]*\)/g, '')
  expect(text.match(/#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(|:\s*(white|black|red|grey|gray)\b/gi) ?? []).toEqual([])
})
