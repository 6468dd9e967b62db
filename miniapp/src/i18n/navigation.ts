import { defineTexts } from './text'

export const navigationTexts = defineTexts({
  tabs: { zh: '主要页面', en: 'Main pages' },
  home: { zh: '首页', en: 'Home' },
  halls: { zh: '大厅', en: 'Halls' },
  me: { zh: '我的', en: 'Me' },
})
