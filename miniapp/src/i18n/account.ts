import { defineTexts } from './text'

/** The ways from “Me” to what belongs to one's account. */
export const accountTexts = defineTexts({
  realName: { zh: '实名认证', en: 'Real name' },
  verified: { zh: '已认证', en: 'Verified' },
  notVerified: { zh: '未认证 · 查本人办件、为企业代办时需要', en: 'Not verified. Needed for your cases and for enterprises' },
  devices: { zh: '登录设备', en: 'Devices' },
  devicesNote: { zh: '在哪里登录着，可远程退出', en: 'Where you are signed in' },
  privacy: { zh: '隐私与我的数据', en: 'Privacy and my data' },
  privacyNote: { zh: '同意了什么、存了什么、怎么删', en: 'What you agreed to, what is held, how to delete it' },
  guide: { zh: '隐私保护指引', en: 'Privacy guide' },
})
