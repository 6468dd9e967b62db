import { maskName } from '@shared/masks'
import { shownName } from './names'

describe('a name as it is shown', () => {
  it.each([['张三', '张*'], ['欧阳修', '欧*'], ['Maria Lopez', 'M*'], ['𠮷野', '𠮷*'], ['  李四 ', '李*']])('%s → %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  it('says where a nameless person comes from', () => {
    expect(shownName(undefined, 'wechat')).toBe('微信用户')
    expect(shownName(undefined, 'alipay')).toBe('支付宝用户')
    expect(shownName('  ', 'web')).toBe('用户')
  })
})
