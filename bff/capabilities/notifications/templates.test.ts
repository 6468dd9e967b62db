import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadTemplates } from './templates'

const folder = mkdtempSync(path.join(tmpdir(), 'yichuang-templates-'))
afterAll(() => rmSync(folder, { recursive: true }))
const called = { templateId: 'a', use: 'called', keys: { number: 'character_string1', window: 'thing2', hall: 'thing3', at: 'time4' } }
const load = (wechat: readonly object[]) => {
  writeFileSync(path.join(folder, 'messages.json'), JSON.stringify({ wechat, alipay: [], sms: [] }))
  return loadTemplates(path.join(folder, 'messages.json'))
}

describe('the templates of the platforms', () => {
  it('name their fields as the account has them', () => {
    expect(load([{ ...called, keys: { ...called.keys, hall: 'thing9' } }]).wechat[0]?.keys.hall).toBe('thing9')
  })
  it.each([
    ['a field of another kind, which the words were not made for', { ...called, keys: { ...called.keys, window: 'phrase2' } }, 'keys.window: must be a field of the kind thing'],
    ['a slot that is missing', { ...called, keys: { number: 'character_string1', window: 'thing2', hall: 'thing3' } }, 'names no field for at'],
    ['a slot that there is not', { ...called, keys: { ...called.keys, colour: 'thing5' } }, 'keys.colour: is no slot of this use'],
    ['a use that there is not', { ...called, use: 'greeting' }, 'wechat.0.use'],
  ])('are refused at the start with %s', (_, template, fault) => {
    expect(() => load([template])).toThrow(fault)
  })
  it('are one for each use', () => {
    expect(() => load([called, { ...called, templateId: 'b' }])).toThrow('two templates for one use')
  })
})
