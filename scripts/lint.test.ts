import { execFile } from 'node:child_process'
import path from 'node:path'

/** ESLint reads its configuration as an ES module, which it cannot within jest; so it is asked in a process of its own. */
const ASK = `
import { ESLint } from 'eslint'
const eslint = new ESLint()
let input = ''
for await (const chunk of process.stdin) input += chunk
const told = []
for (const { file, source } of JSON.parse(input)) {
  const [result] = await eslint.lintText(source, { filePath: file })
  told.push(result.messages.map((message) => message.ruleId ?? message.message))
}
console.log(JSON.stringify(told))
`

interface Sample { readonly file: string; readonly source: string }

const lint = (samples: readonly Sample[]): Promise<string[][]> => new Promise((resolve, reject) => {
  const child = execFile(process.execPath, ['--input-type=module', '-e', ASK], { cwd: path.join(__dirname, '..') }, (error, stdout) => {
    if (error) reject(error)
    else resolve(JSON.parse(stdout) as string[][])
  })
  child.stdin?.end(JSON.stringify(samples))
})

/** In pieces, so that this file does not hold what it speaks of. */
const word = (...parts: string[]): string => parts.join('')

const REFUSED: readonly (Sample & { readonly rule: string })[] = [
  { file: 'bff/http/sample.ts', source: 'export const now = Date.now()\n', rule: 'no-restricted-properties' },
  { file: 'bff/http/sample.ts', source: 'export const now = new Date()\n', rule: 'no-restricted-syntax' },
  { file: 'miniapp/src/ui/sample.ts', source: 'export const now = Date.now()\n', rule: 'no-restricted-properties' },
  { file: 'mock/rating/state.ts', source: 'export const now = new Date()\n', rule: 'no-restricted-syntax' },
  { file: 'bff/http/sample.ts', source: 'export const port = process.env.PORT\n', rule: 'no-restricted-properties' },
  { file: 'bff/http/sample.ts', source: 'import { env } from \'node:process\'\nexport const port = env.PORT\n', rule: 'no-restricted-imports' },
  { file: 'miniapp/src/ui/sample.ts', source: 'import Taro from \'@tarojs/taro\'\nexport const shake = Taro.vibrateLong\n', rule: 'no-restricted-imports' },
  { file: 'miniapp/src/ui/sample.ts', source: 'export const shake = () => wx.vibrateLong()\n', rule: 'no-restricted-globals' },
  { file: 'miniapp/src/ui/sample.ts', source: 'export const shake = () => my.vibrate()\n', rule: 'no-restricted-globals' },
  { file: 'miniapp/src/ui/Sample.tsx', source: 'import { useState } from \'react\'\nexport const Sample = ({ a }: { a: boolean }) => { if (a) useState(1); return null }\n', rule: 'react-hooks/rules-of-hooks' },
  { file: 'bff/http/sample.ts', source: 'export const a = (b: any) => String(b)\n', rule: '@typescript-eslint/no-explicit-any' },
  { file: 'bff/http/sample.ts', source: `// ${word('@ts-', 'ignore')}\nexport const a = 1\n`, rule: '@typescript-eslint/ban-ts-comment' },
  { file: 'bff/http/sample.ts', source: `/* ${word('eslint-', 'disable')} */\nexport const a = (b: any) => String(b)\n`, rule: '@typescript-eslint/no-explicit-any' },
  { file: 'bff/http/sample.ts', source: `// ${word('TO', 'DO')}: later\nexport const a = 1\n`, rule: 'no-warning-comments' },
  { file: 'bff/http/sample.ts', source: 'console.log(1)\n', rule: 'no-console' },
  { file: 'bff/http/sample.ts', source: 'export const a = 1\n'.repeat(401).replaceAll('a =', () => `a${Math.random().toString(36).slice(2)} =`), rule: 'max-lines' },
  { file: 'bff/http/sample.test.ts', source: 'it.only(\'a\', () => undefined)\n', rule: 'no-restricted-properties' },
  { file: 'bff/http/sample.test.ts', source: 'it.skip(\'a\', () => undefined)\n', rule: 'no-restricted-properties' },
  { file: 'bff/http/sample.test.ts', source: 'xit(\'a\', () => undefined)\n', rule: 'no-restricted-globals' },
]

const ALLOWED: readonly Sample[] = [
  { file: 'bff/platform/clock.ts', source: 'export const now = () => Date.now() + new Date().getTime()\n' },
  { file: 'miniapp/src/platform/clock.ts', source: 'export const now = () => Date.now()\n' },
  { file: 'bff/config.ts', source: 'export const port = process.env.PORT\n' },
  { file: 'bff/http/sample.ts', source: 'export const at = (instant: number) => new Date(instant).toISOString()\n' },
  { file: 'miniapp/src/platform/shake.ts', source: 'import Taro from \'@tarojs/taro\'\nexport const shake = Taro.vibrateLong\n' },
  { file: 'miniapp/src/pages/home/index.tsx', source: 'import { useDidShow } from \'@tarojs/taro\'\nexport const useSeen = useDidShow\n' },
]

describe('the lint rules', () => {
  it('refuse each of these, and allow what is in its place', async () => {
    const told = await lint([...REFUSED, ...ALLOWED])
    REFUSED.forEach(({ file, source, rule }, i) => expect({ file, source, told: told[i] }).toEqual({ file, source, told: expect.arrayContaining([rule]) }))
    expect(told.slice(REFUSED.length)).toEqual(ALLOWED.map(() => []))
  })
})
