import fc from 'fast-check'
import { messageKinds } from '@shared/messageKinds'
import path from 'node:path'
import { fitsField } from '../../../mock/wechat/fields'
import { valuesOf } from './contents'
import { characterString, cut, date, letter, number, personName, phoneNumber, phrase, symbol, thing, time } from './fields'
import type { About } from './port'
import { dataFor, loadTemplates, useOf } from './templates'
import { wordsOf } from './wording'

const AT = Date.parse('2019-10-01T15:01:00+08:00')

describe('the fields of templates', () => {
  it('cut words at twenty characters, with “…”, and never within what is seen as one', () => {
    expect([thing('综合业务'), thing('一'.repeat(20)), thing('一'.repeat(21))]).toEqual(['综合业务', '一'.repeat(20), `${'一'.repeat(19)}…`])
    const family = '👨‍👩‍👧‍👦'
    expect(thing(`${'一'.repeat(15)}${family}${'二'.repeat(9)}`)).toBe(`${'一'.repeat(15)}…`)
    expect(cut('e\u0301'.repeat(30), 20)).toBe(`${'e\u0301'.repeat(9)}…`)
    expect(thing('  two\n words ')).toBe('two words')
  })
  it('are written as WeChat writes them', () => {
    expect([time(AT), date(AT), phrase('快到了!'), characterString('A001号'), number(12), letter('A1b'), symbol('a!?'), phoneNumber('020-123 456'), personName('张三')])
      .toEqual(['2019年10月1日 15:01', '2019年10月1日', '快到了', 'A001', '12', 'Ab', '!?', '020-123456', '张三'])
  })
  it('hold nothing that would not fit, whatever the words', () => {
    const makers = { thing, character_string: characterString, letter, symbol, phone_number: phoneNumber }
    const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }))
    fc.assert(fc.property(words, (text) => {
      expect(thing(text).length).toBeLessThanOrEqual(20)
      expect(thing(text)).not.toBe('')
      for (const kind of ['thing', 'character_string'] as const) expect(fitsField(`${kind}1`, makers[kind](text))).toBe(true)
      expect(letter(text).length).toBeLessThanOrEqual(32)
      expect([...phrase(`号${text}`)].length).toBeLessThanOrEqual(5)
    }))
  })
  it('take no phrase without 汉字, and no number that is none', () => {
    expect(() => phrase('soon')).toThrow('汉字')
    for (const wrong of [-1, 0.5, Number.NaN]) expect(() => number(wrong)).toThrow('whole')
  })
})

const long = { zh: '广州市越秀区某某街道政务服务中心一楼综合受理窗口与自助服务区', en: 'The general acceptance counters on the ground floor of the service centre' }
const abouts: readonly About[] = [
  { kind: 'near', ticketId: 't.1', number: 'A001', ahead: 3, hall: long, line: long }, { kind: 'near', ticketId: 't.1', number: 'A001', ahead: 0, hall: long, line: long },
  { kind: 'called', ticketId: 't.1', number: 'A001', again: true, hall: long, window: long, windowId: '5', calledAt: AT },
  { kind: 'missed', ticketId: 't.1', number: 'A001', hall: long, returnMinutes: 30 },
  { kind: 'missed', ticketId: 't.1', number: 'A001', hall: long, returnMinutes: null }, { kind: 'leave', ticketId: 't.1', number: 'A001', hall: long, minutes: 25 },
  { kind: 'dayBefore', appointmentId: 't.1', hall: long, line: long, startsAt: AT }, { kind: 'soon', appointmentId: 't.1', hall: long, line: long, startsAt: AT },
  { kind: 'changed', what: 'expired', ticketId: 't.1', number: 'A001', hall: long, line: long }, { kind: 'changed', what: 'cancelled', appointmentId: 't.1', hall: long, line: long, startsAt: AT },
  { kind: 'changed', what: 'absent', appointmentId: 't.1', hall: long, line: long, startsAt: AT }, { kind: 'place', appointmentId: 't.1', hall: long, line: long, startsAt: AT, until: AT },
  ...(['accepted', 'supplement', 'stopped', 'resumed', 'decided', 'issued', 'delivered', 'other'] as const).map((change) => ({ kind: 'case', caseNo: '1', personId: 'self', item: long, change } as const)),
  { kind: 'rating', ratingId: 't.1', hall: long },
]

describe('what is said of everything that is told', () => {
  const templates = loadTemplates(path.resolve(__dirname, '../../../config/messages.json'))
  it('is every kind of message', () => {
    expect(new Set(abouts.map(({ kind }) => kind))).toEqual(new Set(messageKinds))
  })
  it.each(['zh', 'en'] as const)('fits the templates of WeChat in %s, field by field, with long names too', (language) => {
    for (const about of abouts) {
      const template = templates.wechat.find(({ use }) => use === useOf[about.kind])
      const data = dataFor(template!, valuesOf(about, AT, language))
      expect(Object.keys(data).sort()).toEqual(Object.values(template!.keys).sort())
      expect(Object.entries(data).filter(([key, value]) => !fitsField(key, value))).toEqual([])
    }
  })
  it('fits the inbox in both languages and leads to a page', () => {
    for (const about of abouts) {
      const { title, text, page } = wordsOf(about)
      for (const { zh, en } of [title, text]) expect([zh.length > 0 && zh.length <= 200, en.length > 0 && en.length <= 300]).toEqual([true, true])
      expect(page).toMatch(/^(ticket|appointment|rating)\?id=|^case\?no=/)
    }
  })
})
