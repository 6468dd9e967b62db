import { defineTexts } from './text'

/** Where one is signed in. */
export const deviceTexts = defineTexts({
  title: { zh: '登录设备', en: 'Devices' },
  signInFirst: { zh: '登录后看登录设备', en: 'Sign in to see your devices' },
  unknown: { zh: '未知设备', en: 'Unknown device' },
  here: { zh: '本机', en: 'This one' },
  web: { zh: '网页', en: 'Web' },
  wechat: { zh: '微信', en: 'WeChat' },
  alipay: { zh: '支付宝', en: 'Alipay' },
  since: { zh: '{channel} · {time} 登录', en: '{channel} · signed in {time}' },
  seen: { zh: '最近使用 {time}', en: 'Last used {time}' },
  end: { zh: '退出', en: 'Sign out' },
  endLabel: { zh: '让 {device} 退出登录', en: 'Sign out {device}' },
  endTitle: { zh: '让这台设备退出登录？', en: 'Sign this device out?' },
  endText: { zh: '{device}，最近使用 {time}。退出后要重新登录才能看到您的信息。', en: '{device}, last used {time}. It must sign in again to see anything of yours.' },
  endOthers: { zh: '退出其他所有设备', en: 'Sign out all others' },
  endOthersTitle: { zh: '退出其他所有设备？', en: 'Sign out all others?' },
  endOthersText: { zh: '另外 {n} 台设备会退出登录，只留本机。', en: { one: '{n} other device is signed out; only this one stays.', other: '{n} other devices are signed out; only this one stays.' } },
  keep: { zh: '不退出', en: 'Keep' },
  ended: { zh: '已退出', en: 'Signed out' },
  endedOthers: { zh: '已退出 {n} 台设备', en: { one: '{n} device signed out', other: '{n} devices signed out' } },
  notEnded: { zh: '没有退出', en: 'Not signed out' },
  noAnswer: { zh: '网络不好，请再试一次。', en: 'The connection is poor. Please try again.' },
  only: { zh: '只有本机登录着。', en: 'Only this device is signed in.' },
  strange: { zh: '看到不认识的设备，请让它退出。', en: 'If you do not know one of them, sign it out.' },
  slow: { zh: '其他设备最迟几秒后失效。', en: 'It takes effect within seconds.' },
})
