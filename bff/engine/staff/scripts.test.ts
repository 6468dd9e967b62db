import { staffScripts } from './scripts'

describe('the header of each staff script', () => {
  it.each(Object.values(staffScripts))('$name names every key and argument it uses, and no more', ({ source }) => {
    for (const part of ['KEYS', 'ARGV']) {
      const header = new RegExp(`^-- ${part} (.*)$`, 'm').exec(source)?.[1] ?? ''
      const named = [...header.matchAll(/(?:^|\s)(\d)\s/g)].map(([, n]) => Number(n))
      const used = [...new Set([...source.matchAll(new RegExp(`${part}\\[(\\d)\\]`, 'g'))].map(([, n]) => Number(n)))].sort()
      expect(named).toEqual(used)
    }
    expect(source).toMatch(/^-- RETURNS /m)
  })
})
