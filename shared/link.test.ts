import fc from 'fast-check'
import { holds } from '../tests/support/property'
import { hallId, windowId } from './ids'
import { codeInLaunch, codeInText, linkOfCode, windowInCode } from './link'

const CODE = 'rtianhe.zx81k2.Ab3dEf6hIj9l'
const LINK = `https://yichuang.example/s/${CODE}`
const anyCode = fc.stringMatching(/^[0-9A-Za-z._-]{1,32}$/)
const anyHost = fc.constantFrom('https://yichuang.example', 'https://yichuang.example/', 'http://localhost:8100', 'http://192.168.1.20:8100/')

describe('one link form', () => {
  test.each([
    ['WeChat’s ordinary-link QR, encoded once more', { q: encodeURIComponent(LINK) }],
    ['a mini-program code’s scene', { scene: encodeURIComponent(CODE) }],
    ['Alipay’s qrCode', { qrCode: LINK }],
    ['Alipay’s qrCode, encoded', { qrCode: encodeURIComponent(LINK) }],
    ['a browser sent on from the link', { c: CODE }],
    ['the in-app scanner', { text: LINK }],
    ['the in-app scanner on a bare code', { text: ` ${CODE}\n` }],
  ])('gives the code from %s', (_, query) => {
    expect(codeInLaunch(query)).toBe(CODE)
  })

  test('whatever the code and the host, every way in gives the code back', () => holds(fc.property(anyHost, anyCode, (host, code) => {
    const link = linkOfCode(host, code)
    const ways = [
      { q: encodeURIComponent(link) }, { scene: encodeURIComponent(code) }, { qrCode: link }, { c: code }, { text: link },
      { text: `${link}?from=timeline#top` },
    ]
    for (const way of ways) expect(codeInLaunch(way)).toBe(code)
  })))

  test('gives nothing for what holds no code, and never throws', async () => {
    const texts = [
      '', 'https://elsewhere.example/', 'https://yichuang.example/s/', 'https://yichuang.example/t/abc',
      'javascript:alert(1)', '%E0%A4%A', 'a b', 'x'.repeat(33), '你好',
    ]
    for (const text of texts) for (const key of ['q', 'scene', 'qrCode', 'c', 'text']) expect(codeInLaunch({ [key]: text })).toBeNull()
    expect(codeInLaunch({})).toBeNull()
    await holds(fc.property(fc.string(), (text) => {
      for (const key of ['q', 'scene', 'qrCode', 'c', 'text']) {
        const code = codeInLaunch({ [key]: text })
        if (code !== null) expect(codeInText(code)).toBe(code)
      }
    }))
  })
})

describe('the static code at a window', () => {
  test('names its hall and window, whichever way it came', () => {
    const link = linkOfCode('https://yichuang.example', 'w.tianhe.5')
    for (const way of [{ q: encodeURIComponent(link) }, { scene: 'w.tianhe.5' }, { qrCode: link }, { c: 'w.tianhe.5' }, { text: link }]) {
      expect(windowInCode(codeInLaunch(way) ?? '')).toEqual({ hallId: 'tianhe', windowId: '5' })
    }
  })

  test('fits every hall and window there may be', () => holds(fc.property(fc.stringMatching(/^[a-z][a-z0-9]{1,9}$/), fc.stringMatching(/^[0-9A-Za-z]{1,8}$/), (hall, window) => {
    expect([hallId.safeParse(hall).success, windowId.safeParse(window).success]).toEqual([true, true])
    expect(windowInCode(codeInText(`w.${hall}.${window}`) ?? '')).toEqual({ hallId: hall, windowId: window })
  })))

  test.each([CODE, 'ptianhe.Ab3dEf6hIj9l', 'w.tianhe', 'w.tianhe.', 'w.Tianhe.5', 'w.tianhe.5.6', 'w.tianhe.123456789', 'wtianhe.5', 'xw.tianhe.5', 'w.tianhe.5\n', ''])('is no other code: %j', (code) => {
    expect(windowInCode(code)).toBeNull()
  })
})
