import { Text, View } from '@tarojs/components'
import { useLanguage, useText } from '@/i18n'
import { meTexts } from '@/i18n/me'
import { canSpeak } from '@/platform/speech'
import { Chips, List, Section, SwitchRow, useAppearance } from '@/ui'
import { chooseAloud, chooseLanguage, chooseLarge, chooseTheme, useAloud } from './preferences'

/** Large type, the spoken place, language and appearance: they act at once. */
export const DisplaySettings = () => {
  const t = useText(meTexts)
  const language = useLanguage()
  const { large, theme } = useAppearance()
  const aloud = useAloud()
  return (
    <Section title={t('display')}>
      <List>
        <SwitchRow title={t('large')} note={t('largeNote')} checked={large} onChange={chooseLarge} />
        {canSpeak() && <SwitchRow title={t('aloud')} note={t('aloudNote')} checked={aloud} onChange={chooseAloud} />}
        <View className='yc-row setting'>
          <Text className='setting-name'>{t('language')}</Text>
          <Chips single label={t('language')} chosen={[language]} onToggle={chooseLanguage} options={[{ value: 'zh', label: t('chinese') }, { value: 'en', label: t('english') }]} />
        </View>
        <View className='yc-row setting'>
          <Text className='setting-name'>{t('theme')}</Text>
          <Chips
            single label={t('theme')} chosen={[theme]} onToggle={chooseTheme}
            options={[{ value: 'auto', label: t('auto') }, { value: 'light', label: t('light') }, { value: 'dark', label: t('dark') }]}
          />
        </View>
      </List>
    </Section>
  )
}
