import { isRefused } from './refused'

test.each<[string, unknown, boolean]>([
  ['WeChat, by the citizen', { errMsg: 'getFuzzyLocation:fail auth deny' }, true],
  ['WeChat, on some phones', { errMsg: 'getFuzzyLocation:fail:auth denied' }, true],
  ['WeChat, by the phone', { errMsg: 'scanCode:fail system permission denied' }, true],
  ['WeChat, its guide not agreed to', { errMsg: 'chooseImage:fail privacy permission is not authorized', errno: 104 }, true],
  ['WeChat, not in its guide', { errMsg: 'chooseImage:fail api scope is not declared in the privacy agreement', errno: 112 }, true],
  ['Alipay, this time', { error: 2001, errorMessage: '用户不允许授权' }, true],
  ['Alipay, for good, before', { error: 2002 }, true],
  ['Alipay, for good, now', { error: 2003 }, true],
  ['going away on WeChat', { errMsg: 'scanCode:fail cancel' }, false],
  ['going away on Alipay', { error: 10, errorMessage: '用户取消操作' }, false],
  ['no place to be had', { errMsg: 'getFuzzyLocation:fail ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF' }, false],
  ['nothing', undefined, false],
])('%s', (_, failure, refused) => {
  expect(isRefused(failure)).toBe(refused)
})
