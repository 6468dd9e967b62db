import { textsIn } from '@/i18n'
import { codeTexts, fieldTexts, heldTexts } from '@/i18n/myData'
import { heldFields, type CodeName, type FieldName, type HeldWords } from './heldView'

const wordsIn = (language: 'zh' | 'en'): HeldWords =>
  ({
    language, say: textsIn(language, heldTexts), field: (name) => (name in fieldTexts ? textsIn(language, fieldTexts)(name as FieldName) : name),
    code: (field, code) => (`${field}.${code}` in codeTexts ? textsIn(language, codeTexts)(`${field}.${code}` as CodeName) : code),
  })
const values = (record: Record<string, unknown>, language: 'zh' | 'en' = 'zh') => heldFields(record, wordsIn(language)).map(({ label, value }) => `${label}=${value}`)

it('reads times, days, both languages, yes and no, and what is not there', () => {
  expect(values({ givenAt: Date.UTC(2026, 0, 1, 1), day: '20260105', hallName: { zh: '演示大厅', en: 'Demo Hall' }, anonymous: true, withdrawnAt: null, text: '' }))
    .toEqual(['同意时间=2026-01-01 09:00', '日期=2026-01-05', '大厅=演示大厅', '匿名=是', '撤回时间=无', '文字=无'])
  expect(values({ hallName: { zh: '演示大厅', en: 'Demo Hall' }, anonymous: false }, 'en')).toEqual(['Hall=Demo Hall', 'Anonymous=No'])
})

it('leaves nothing out, whatever its shape', () => {
  expect(values({ version: 3, tags: ['510', '517'], grants: [], odd: { deep: { at: 5 }, list: [{ name: '演*' }] } }))
    .toEqual(['版本=3', '标签=510、517', '授权范围=无', 'odd=deep 时间 5；list 姓名或名称 演*'])
})

it('says what a code stands for, and shows one that nobody knows as it stands', () => {
  expect(values({ state: 'waiting', class: 'ordinary', kind: 'no-such' })).toEqual(['状态=等候中', '排队类别=普通', '类型=no-such'])
})

it('a large number that is no time is a number', () => { expect(values({ count: 1767229200000 })).toEqual(['count=1767229200000']) })
it('a name that every object has is a field like any other', () => { expect(values({ zh: '只有一种', other: 1 })).toEqual(['zh=只有一种', 'other=1']) })
it('nothing of a number, an appointment or the settings is told in the words of the file', () => {
  const nine = Date.UTC(2026, 0, 1, 1)
  expect(values({ asOf: nine, cancelBefore: nine, checkInFrom: nine, ticketId: 'demo.1', settings: { off: [], quiet: { from: '22:00', until: '07:00' }, cap: 10 } }))
    .toEqual(['截至=2026-01-01 09:00', '最晚取消=2026-01-01 09:00', '最早签到=2026-01-01 09:00', '编号=demo.1', '设置=关掉的 无；免打扰 从 22:00；截止 07:00；一天最多 10'])
})
it('a code is told as what it stands for, only where it is one', () => {
  expect(values({ kind: 'idNumber', by: 'unified', channel: 'wechat', text: 'privacy', device: 'web' }))
    .toEqual(['类型=保存姓名和身份证号', '方式=统一身份认证', '登录方式=微信', '文字=privacy', '设备=web'])
  expect(values({ kind: 'something-new' })).toEqual(['类型=something-new'])
})
