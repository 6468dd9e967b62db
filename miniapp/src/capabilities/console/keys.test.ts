import { actOfPress as actIn, type Focus, type KeyAct, keyOf, keysOf, type Press } from './keys'

const press = (key: string, more: Partial<Press> = {}): Press =>
  ({ key, code: `Key${key.toUpperCase()}`, ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...more })
const button = { tagName: 'BUTTON' }
const keys = keysOf(keyOf)
const actOfPress = (pressed: Press, focus: Focus | null): KeyAct | null => actIn(pressed, focus, keys)

test('each key does what its button says, in either case', () => {
  for (const [act, key] of Object.entries(keyOf)) {
    expect(actOfPress(press(key), button)).toBe(act)
    expect(actOfPress(press(key.toLowerCase()), null)).toBe(act)
  }
})

test('no two acts share a key', () => {
  expect(new Set(Object.values(keyOf)).size).toBe(Object.keys(keyOf).length)
})

test('letters typed into a field do nothing', () => {
  for (const tagName of ['input', 'TEXTAREA', 'SELECT']) expect(actOfPress(press('n'), { tagName })).toBeNull()
  expect(actOfPress(press('n'), { tagName: 'DIV', isContentEditable: true })).toBeNull()
})

test('browser shortcuts and held keys do nothing', () => {
  expect(actOfPress(press('r', { ctrlKey: true }), button)).toBeNull()
  expect(actOfPress(press('r', { metaKey: true }), button)).toBeNull()
  expect(actOfPress(press('f', { altKey: true }), button)).toBeNull()
  expect(actOfPress(press('n', { repeat: true }), button)).toBeNull()
})

test('the keys work with a Chinese input method switched on', () => {
  expect(actOfPress(press('Process', { code: 'KeyN' }), button)).toBe('next')
  expect(actOfPress(press('Process', { code: 'KeyZ' }), button)).toBeNull()
})
