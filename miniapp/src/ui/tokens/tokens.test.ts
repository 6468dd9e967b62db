import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

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
  ['soft', 'action-wash'], ['soft', 'hairline'], ['on-action', 'action'], ['on-now', 'now'], ['on-fill', 'action-fill'], ['on-fill', 'now-fill'],
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

test.each(sheets)('%s names no colour of its own', (file) => {
  const text = readFileSync(path.join(source, file), 'utf8').replace(/url\([^)]*\)/g, '')
  expect(text.match(/#[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(|:\s*(white|black|red|grey|gray)\b/gi) ?? []).toEqual([])
})
