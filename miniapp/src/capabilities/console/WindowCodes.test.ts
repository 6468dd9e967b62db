import { windowInCode } from '@shared/link'
import { codeInText } from '@shared/link'
import { codeOfWindow } from './WindowCodes'

test('the code of a window leads to where its visits are rated, at the address by which citizens reach us', () => {
  const link = codeOfWindow('https://yichuang.example/s/ptianhe.Ab3dEf6hIj9l', 'tianhe', '5')
  expect(link).toBe('https://yichuang.example/s/w.tianhe.5')
  expect(windowInCode(codeInText(link) ?? '')).toEqual({ hallId: 'tianhe', windowId: '5' })
})
