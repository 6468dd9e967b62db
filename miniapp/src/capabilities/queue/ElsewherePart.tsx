import { View } from '@tarojs/components'
import { useText } from '@/i18n'
import { elsewhereTexts } from '@/i18n/elsewhere'
import { openPage } from '@/platform'
import { Button, Notice } from '@/ui'
import type { Elsewhere } from './elsewhere'

/** That another phone acted on this number, in case it was not the citizen who did. */
export const ElsewherePart = ({ done }: { done: Elsewhere | null }) => {
  const t = useText(elsewhereTexts)
  if (done === null) return null
  return (
    <View className='yc-ticket-top'>
      <Notice tone='attention' title={t(done)} action={<Button small kind='secondary' onPress={() => openPage('devices')}>{t('devices')}</Button>}>{t('who')}</Notice>
    </View>
  )
}
