import { defineTexts } from './text'

/** What the console says about the second factor: at sign-in, setting it up, and an operator's reset. */
export const factorTexts = defineTexts({
  title: { zh: '动态验证码', en: 'Second factor' },
  code: { zh: '动态验证码', en: 'Code' },
  codeNote: { zh: '手机验证器应用里的 6 位数字；手机不在身边时，填一个恢复码。', en: 'The 6 digits in your authenticator app. Without your phone: one of your recovery codes.' },
  codeWrong: { zh: '请输入 6 位数字，或形如 abcd-efgh-ijkl-2345 的恢复码。', en: 'Enter 6 digits, or a recovery code like abcd-efgh-ijkl-2345.' },
  signInAs: { zh: '{account}，请输入动态验证码', en: 'The code of {account}' },
  otherAccount: { zh: '换一个账号', en: 'Another account' },

  mustHave: { zh: '您的角色须有动态验证码。设置好以后就可以开始工作。', en: 'Your role needs a second factor. Once it is set up you can start working.' },
  what: { zh: '以后登录时，除了密码，还要输入手机上显示的 6 位数字。别人知道了您的密码也登录不了。', en: 'From then on you sign in with your password and 6 digits that your phone shows. Your password alone opens nothing any more.' },
  prepare: { zh: '请先在手机上准备一个验证器应用，微信里也有这样的小程序。', en: 'Have an authenticator app ready on your phone; WeChat has such mini-programs too.' },
  begin: { zh: '开始设置', en: 'Begin' },
  setUp: { zh: '设置动态验证码', en: 'Set up the second factor' },

  scan: { zh: '用验证器应用扫描', en: 'Scan with your authenticator app' },
  qr: { zh: '验证器应用要扫描的二维码', en: 'The QR code for your authenticator app' },
  typed: { zh: '不能扫描时，在应用里手动输入这个密钥：', en: 'If it cannot scan, type this key into the app:' },
  keep: { zh: '记下恢复码', en: 'Keep the recovery codes' },
  keepNote: { zh: '手机丢了或换了，每个恢复码可以代替一次动态验证码。请打印或抄下来放好，不要存在同一部手机里；以后不会再显示。', en: 'Should your phone be lost, each is good once in a code’s place. Print or copy them, and not into the same phone: they are not shown again.' },
  codes: { zh: '恢复码', en: 'Recovery codes' },
  printCodes: { zh: '打印恢复码', en: 'Print them' },
  confirmNow: { zh: '输入应用里显示的 6 位数字', en: 'Enter the 6 digits the app shows' },
  confirm: { zh: '恢复码已记下，完成设置', en: 'The recovery codes are kept; finish' },
  sixDigits: { zh: '请输入 6 位数字。', en: 'Enter the 6 digits.' },
  done: { zh: '动态验证码已设置。您在其他电脑上的登录已退出。', en: 'Your second factor is set up. You are signed out everywhere else.' },

  on: { zh: '已设置', en: 'Set up' },
  off: { zh: '未设置', en: 'Not set up' },
  left: { zh: '还剩 {n} 个恢复码。', en: { one: '{n} recovery code is left.', other: '{n} recovery codes are left.' } },
  few: { zh: '还剩 {n} 个恢复码，请更换一次，换一组新的。', en: { one: '{n} recovery code is left: renew to get new ones.', other: '{n} recovery codes are left: renew to get new ones.' } },
  renew: { zh: '更换', en: 'Renew' },
  renewTitle: { zh: '更换动态验证码', en: 'Renew the second factor' },
  renewNote: { zh: '换手机或换一组恢复码时用。完成之前，原来的一直有效。', en: 'For another phone, or new recovery codes. Until you finish, the present one counts.' },
  end: { zh: '停用', en: 'Turn off' },
  endTitle: { zh: '停用动态验证码', en: 'Turn off the second factor' },
  endNote: { zh: '停用以后，只凭密码就能登录。', en: 'From then on the password alone signs you in.' },
  ended: { zh: '动态验证码已停用。您在其他电脑上的登录已退出。', en: 'Your second factor is off. You are signed out everywhere else.' },

  reset: { zh: '重置动态验证码', en: 'Reset second factor' },
  resetAsk: { zh: '重置 {account} 的动态验证码？请先核实是本人提出。此人会立即退出登录，下次登录时重新设置。', en: 'Reset the second factor of {account}? Make sure first that it is they who ask. They are signed out at once, and set up another when they sign in.' },
  resetYes: { zh: '确定重置', en: 'Reset it' },
  wasReset: { zh: '{account} 的动态验证码已重置', en: 'Second factor of {account} reset' },
})
