import { defineTexts } from './text'

/** Signing in, and what is agreed to with it. */
export const signInTexts = defineTexts({
  title: { zh: '登录', en: 'Sign in' },
  why: { zh: '登录后，号只属于您', en: 'Sign in, and your number is yours' },
  shortHost: {
    zh: '登录时只读取平台给您的账号标识和手机型号，用来认出号是您本人取的、换手机时找回。不读取通讯录、相册和手机号。',
    en: 'Signing in reads only what the platform knows you by and your phone’s model: to tell that a number is yours, and to find it again on another phone. No contacts, no album, no phone number.',
  },
  shortWeb: {
    zh: '登录时统一身份认证会告诉我们您的账号标识和姓名。姓名只显示首字，用来认出号是您本人取的、换手机时找回。',
    en: 'The unified identity tells us what it knows you by and your name, of which only the first character is shown: to tell that a number is yours, and to find it again on another phone.',
  },
  readGuide: { zh: '阅读《隐私保护指引》', en: 'Read the privacy guide' },
  readNewGuide: { zh: '阅读新的指引', en: 'Read the new guide' },
  guideStillOld: { zh: '如果看到的还是旧的，请关闭后重新打开。', en: 'If you still see the old one, close this and open it again.' },
  agreements: { zh: '需要您决定的', en: 'For you to decide' },
  agree: { zh: '我已阅读并同意《隐私保护指引》', en: 'I have read the privacy guide and agree to it' },
  agreeNote: { zh: '不同意就不能登录、取号和预约；大厅、排队情况和办事指南照样可以看。', en: 'Without it you cannot sign in, take a number or book. Halls, lines and guides are open to you all the same.' },
  keepIdNumber: { zh: '同意加密保存我的姓名和身份证号', en: 'Keep my name and ID number, encrypted' },
  keepIdNumberNote: {
    zh: '用来查您本人的办件、为企业代办。不勾选也能登录，只是这两样用不了；以后可随时撤回。',
    en: 'For seeing your own cases and acting for an enterprise. Without it you can sign in all the same, only these two will not work; you can take it back at any time.',
  },
  agreeFirst: { zh: '请先阅读《隐私保护指引》并勾选同意。', en: 'Please read the privacy guide and tick that you agree.' },
  privacyRefused: { zh: '您没有同意微信的隐私保护提示，所以没有登录。', en: 'You did not agree to WeChat’s privacy notice, so you are not signed in.' },
  wechat: { zh: '微信登录', en: 'Sign in with WeChat' },
  alipay: { zh: '支付宝登录', en: 'Sign in with Alipay' },
  web: { zh: '统一身份认证登录', en: 'Sign in with the unified identity' },
  webNote: { zh: '将前往统一身份认证页面，完成后回到这里。', en: 'You will go to the unified identity service and come back here.' },
  working: { zh: '正在登录', en: 'Signing you in' },
  later: { zh: '暂不登录', en: 'Not now' },
  stateWrong: { zh: '这次登录不是从这里发起的，或者已经用过。为了安全没有登录，请重新开始。', en: 'This sign-in was not started here, or was used before. To be safe you were not signed in. Please begin again.' },
  tabForgetful: { zh: '浏览器不允许保存登录需要的信息。请关闭无痕模式，或换一个浏览器。', en: 'This browser does not let us keep what signing in needs. Please leave private browsing, or use another browser.' },
  hostRefused: { zh: '没有取得登录授权，请再试一次。', en: 'The sign-in was not allowed. Please try again.' },
  cancelled: { zh: '您没有完成登录，可以再试一次。', en: 'You did not finish signing in. You can try again.' },
})
