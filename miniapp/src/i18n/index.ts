export { currentLanguage, setLanguage, useLanguage } from './language'
export { defineTexts, textsIn, useLocalText, useText, type Entry, type Texts, type Translate } from './text'
