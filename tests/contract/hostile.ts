import fc from 'fast-check'
import { gzipSync } from 'node:zlib'

/** Put into a body as it stands, for what JSON.stringify would not write. */
export const RAW = 'raw-json:'

const deep = (open: string, close: string, depth: number): string => `${RAW}${open.repeat(depth)}${close.repeat(depth)}`

/** Texts that have broken servers before. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ maxLength: 400 }),
  fc.constantFrom('', ' ', 'NaN', 'Infinity', 'null', 'undefined', 'true', '0', '-1', '1e9', '\u0000', '\ud800', '\uffff', '\u202e', '\r\nX-Evil: 1', '%00', '%', '..',
    '../../../etc/passwd', '{hall:test}', '*', 'test.', '.', "'; DROP TABLE tickets; --", "') return redis.call('FLUSHALL') --", '<script>alert(1)</script>', '${7*7}', '{{7*7}}',
    '__proto__', 'constructor', 'toString', 'A', 'a', 'test', 'other', 'ＡＢＣ', '١٢٣', 'x'.repeat(129), 'x'.repeat(2_000), '号'.repeat(3_000)),
)
const numbers = fc.oneof(
  fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, -1, 1.5, 21, 1e308, -1e308, 2 ** 53, 2 ** 53 + 2, Number.MIN_VALUE, `${RAW}1e999`, `${RAW}-1e999`, `${RAW}123456789012345678901234567890`),
)

/** Anything that JSON can carry. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: texts }, { weight: 3, arbitrary: numbers },
  { weight: 3, arbitrary: fc.constantFrom(null, true, false, [], {}, [null], [[]], { length: 1 }, { then: 1 }, { toString: 1 }, { toJSON: 1 }) },
  { weight: 1, arbitrary: fc.constantFrom(deep('[', ']', 4_000), deep('{"a":', '}', 1).replace(':}', ':1}'), `${RAW}{"__proto__":{"admin":true}}`, `${RAW}{"constructor":{"prototype":{"x":1}}}`) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
)

/** Names that no object of ours has. */
export const hostileKey = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'then', '', ' ', '$where', 'owner', 'citizenId', 'state', 'number', 'role', 'k'.repeat(500)),
  fc.string({ minLength: 1, maxLength: 30 }),
)

/** What a path may carry; as written, not encoded again. */
export const hostileSegment = fc.oneof(
  fc.constantFrom('%E0%A4%A', '%', '%00', '%2e%2e%2f', '..', '.', '-', '*', '%ff%fe', '%7Bhall:test%7D', 'test.', 'a'.repeat(3_000), '%F0%9F%98%80', ';', ':hallId', '~', '!'),
  // Longer ones never reach us: Node's own parser refuses a head of more than 16 KB.
  texts.map((text) => encodeURIComponent(text.slice(0, 500).replace(/[\ud800-\udfff]/g, '?'))).filter((text) => text !== ''),
)

/** How a body may be spoilt on its way. Gives what is sent instead of a right JSON text. */
export interface Spoilt { readonly what: string; readonly headers: Readonly<Record<string, string>>; readonly body: string | Buffer }
const JSON_TYPE = { 'Content-Type': 'application/json' }
const as = (what: string, headers: Readonly<Record<string, string>>, body: string | Buffer): Spoilt => ({ what, headers, body })

export const spoil = (seed: number, json: string): Spoilt => {
  const ways: readonly (() => Spoilt)[] = [
    () => as('cut off', JSON_TYPE, json.slice(0, 1 + (seed % Math.max(1, json.length - 1)))),
    () => as('doubled', JSON_TYPE, `${json}${json}`),
    () => as('not JSON', JSON_TYPE, ["{'a':1}", 'nul', '{', '}', '[1,', '{"a":}', 'NaN', '<xml/>', 'a=1&b=2', '\u0000'][seed % 10] as string),
    () => as('a byte order mark', JSON_TYPE, `\ufeff${json}`),
    () => as('no UTF-8', JSON_TYPE, Buffer.from([0x22, 0xff, 0xfe, 0xc0, 0x80, 0x22])),
    () => as('too large', JSON_TYPE, `${' '.repeat(17_000 + (seed % 50_000))}${json}`),
    () => as('only blanks', JSON_TYPE, ' \n'),
    () => as('empty', JSON_TYPE, ''),
    () => as('another type', { 'Content-Type': ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml', 'image/png', ''][seed % 6] as string }, json),
    () => as('a strange type', { 'Content-Type': ['application/json; charset=nonsense', 'application/json; charset=utf-16', 'application/json;;;', 'APPLICATION/JSON', 'json', '/'][seed % 6] as string }, json),
    () => as('said to be packed', { ...JSON_TYPE, 'Content-Encoding': ['gzip', 'deflate', 'br', 'zstd', 'nonsense'][seed % 5] as string }, json),
    () => as('packed, and large inside', { ...JSON_TYPE, 'Content-Encoding': 'gzip' }, gzipSync(Buffer.alloc(1_000_000, ' '))),
    () => as('in chunks', { ...JSON_TYPE, 'Transfer-Encoding': 'chunked' }, json),
  ]
  return (ways[seed % ways.length] as () => Spoilt)()
}
