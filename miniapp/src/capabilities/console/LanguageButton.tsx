import { chooseLanguage } from '@/capabilities/preferences/preferences'
import { useLanguage, useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'

/** Changes the language at once; it names the other one, in that one. */
export const LanguageButton = () => {
  const t = useText(consoleTexts)
  const language = useLanguage()
  const other = language === 'zh' ? 'en' : 'zh'
  return <button type='button' className='console-quiet' lang={other} onClick={() => chooseLanguage(other)}>{t('language')}</button>
}
