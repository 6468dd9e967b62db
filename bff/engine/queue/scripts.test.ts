import { readFileSync } from 'node:fs'
import path from 'node:path'
import { scriptNames } from './scripts'

const source = (name: string) => readFileSync(path.join(__dirname, 'lua', `${name}.lua`), 'utf8')
const split = (text: string) => {
  const lines = text.split('\n')
  const end = lines.findIndex((line) => !line.startsWith('--'))
  return { header: lines.slice(0, end).join('\n'), body: lines.slice(end).join('\n') }
}
const used = (body: string, name: string) => [...body.matchAll(new RegExp(`${name}\\[(\\d+)\\]`, 'g'))].map(([, n]) => Number(n))

describe.each(scriptNames)('%s.lua', (name) => {
  const { header, body } = split(source(name))
  it('says in its header what it does, its KEYS and what it RETURNS', () => {
    expect(header).toMatch(/^-- \S/)
    expect(header).toMatch(/\n-- KEYS 1 /)
    expect(header).toMatch(/\n-- RETURNS /)
  })

  it('uses exactly the ARGV its header names', () => {
    const named = [...(/-- ARGV([\s\S]*?)\n-- RETURNS/.exec(header)?.[1] ?? '').matchAll(/(?:^|\s)(\d+)(?:…)? [a-z“]/g)].map(([, n]) => Number(n))
    const open = /\d+…/.test(header) || /-- ARGV ticket ids/.test(header)
    const highest = Math.max(0, ...used(body, 'ARGV'))
    if (!open) expect(highest).toBe(Math.max(0, ...named))
    expect(used(body, 'KEYS').every((n) => n === 1)).toBe(true)
  })
})
