import { phone } from '../../../tests/support/phone/taro'
import * as host from './saveText'
import * as web from './saveText.h5'

afterEach(() => { jest.restoreAllMocks() })

test('a mini-program copies the text, or says that it could not', async () => {
  expect(await host.saveText('a.json', '{"a":1}')).toBe(true)
  expect(phone.copied).toBe('{"a":1}')
  phone.copied = new Error('forbidden')
  expect(await host.saveText('a.json', '{}')).toBe(false)
})

test('a browser saves it under its name, byte for byte', async () => {
  const made: Blob[] = []
  Object.assign(URL, { createObjectURL: (blob: Blob) => { made.push(blob); return 'blob:one' }, revokeObjectURL: () => undefined })
  const clicked: string[] = []
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function press(this: HTMLAnchorElement) { clicked.push(`${this.download} ${this.href}`) })
  expect(await web.saveText('my.json', '{"name":"演*"}')).toBe(true)
  expect(clicked).toEqual(['my.json blob:one'])
  expect(made[0]?.size).toBe(Buffer.byteLength('{"name":"演*"}'))
  expect(document.querySelector('a')).toBeNull()
})
