import fc from 'fast-check'
import { holds } from '../../tests/support/property'
import { officerActs } from '../dossiers/testing/officer'
import { useSimulators } from '../testing/useSimulators'
import { demoPeople } from '../world/people'
import { xmlInGbk } from './gbk'
import { signatureOf } from './signature'
import { socialSecuritySecret } from './state'
import { element, inDocument, parsed } from './xml'

const NOW = Date.UTC(2026, 0, 5, 2)
const TIME = '20260105100000'
const simulators = useSimulators(() => NOW)
const [first] = demoPeople

const send = async (body: Uint8Array<ArrayBuffer>): Promise<{ text: string; bytes: Uint8Array }> => {
  const response = await fetch(`${simulators.url()}/socialsecurity/service`, { method: 'POST', body, headers: { 'Content-Type': 'text/xml; charset=GBK' } })
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/xml; charset=GBK'])
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { bytes, text: new TextDecoder('gb18030', { fatal: true }).decode(bytes) }
}
const ask = (transaction: string, parameters: Record<string, string>, qm = signatureOf('demo-key', transaction, TIME, parameters)) => {
  const head = element('head', [element('jydm', transaction), element('fsf', 'yichuang'), element('fssj', TIME), element('qm', qm)])
  const body = element('body', Object.entries(parameters).map(([name, value]) => element(name, value)))
  return send(xmlInGbk(inDocument(element('message', [head, body]))))
}
const mine = { aac003: first?.name ?? '', aac002: first?.idNumber ?? '' }
const codeOf = ({ text }: { text: string }) => /<fhdm>(\d{4})<\/fhdm>/.exec(text)?.[1]

describe('the simulated social security system', () => {
  it('reads and writes GBK, and nothing else', async () => {
    const { text, bytes } = await ask('SI1001', mine)
    expect(text).toContain('<sxmc>社保关系转移接续</sxmc>')
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow()
    expect(text).toContain('<aac003>演示用户一</aac003>')
    expect(text).not.toContain(mine.aac002)
  })

  it('tells of cases only who asks rightly', async () => {
    const { text } = await ask('SI1001', mine)
    const bjbh = /<bjbh>(\w{43})<\/bjbh>/.exec(text)?.[1] ?? ''
    expect((await ask('SI1003', { bjbh, aac003: mine.aac003 })).text).toContain(bjbh)
    expect((await ask('SI1004', { bjbh, cxm: socialSecuritySecret(bjbh) })).text).toContain(bjbh)
    for (const answer of [await ask('SI1003', { bjbh, aac003: '演示用户二' }), await ask('SI1004', { bjbh, cxm: 'AAAAAAAA' }), await ask('SI1001', { ...mine, aac003: '演示用户二' })]) {
      expect(answer.text).toContain('<body><bjlb/></body>')
    }
  })

  it('numbers what happens', async () => {
    expect((await ask('SI1005', { xh: '' })).text).toContain('<bdlb/><zdxh>0</zdxh>')
    const caseNo = await officerActs(simulators.url(), 'socialsecurity', { holder: mine.aac003, item: '社保关系转移接续' }, { act: 'grant' })
    expect((await ask('SI1005', { xh: '0' })).text).toContain(`<bd><xh>1</xh><bjbh>${caseNo}</bjbh><bdlx>决定</bdlx><aae036>${TIME}</aae036></bd></bdlb><zdxh>1</zdxh>`)
    expect(codeOf(await ask('SI1005', { xh: '2' }))).toBe('3001')
  })

  it('says what is wrong in its own numbers', async () => {
    expect(codeOf(await ask('SI1001', mine, 'A'.repeat(64)))).toBe('1001')
    expect(codeOf(await ask('SI1001', { aac003: mine.aac003 }))).toBe('1002')
    expect(codeOf(await ask('SI9999', mine))).toBe('1003')
    for (const body of ['', 'no xml', '<message/>', inDocument('<message>')]) expect(codeOf(await send(xmlInGbk(body)))).toBe('1002')
  })

  it('lets its officers do only what can be done', async () => {
    const act = async (body: object) => (await fetch(`${simulators.url()}/socialsecurity/act`, { method: 'POST', body: JSON.stringify(body) })).status
    expect([await act({}), await act({ caseNo: '1'.repeat(43), act: 'note' }), await act({ holder: '演示用户二', item: '养老金申领', act: 'deliver' })]).toEqual([400, 404, 409])
  })
})

describe('XML in GBK', () => {
  it('reads as it was written, whatever letters: those GBK has not go as references', async () => {
    expect(Buffer.from(xmlInGbk('中€𠮷a')).toString('latin1')).toBe('\xd6\xd0\xa2\xe3&#134071;a')
    await holds(fc.property(fc.string({ unit: fc.constantFrom(...'演示𠮷㐂€·—“a1&<>"]é') }), (text) => {
      const read = parsed(new TextDecoder('gb18030').decode(xmlInGbk(inDocument(element('a', text)))))
      expect(read).toEqual({ a: text })
    }))
  })
})
