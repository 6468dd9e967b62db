import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { homeTexts } from '@/i18n/home'
import { Icon, meaning, pressable, useSpoken, type IconName } from '@/ui'

export type HomeAction = 'scan' | 'book' | 'follow' | 'rate'
const others: readonly { action: Exclude<HomeAction, 'scan'>; icon: IconName; hint: 'bookHint' | 'followHint' | 'rateHint' }[] = [
  { action: 'book', icon: 'calendar', hint: 'bookHint' },
  { action: 'follow', icon: 'progress', hint: 'followHint' },
  { action: 'rate', icon: 'star', hint: 'rateHint' },
]

/** The four acts. Scanning is why people come, so it is the large one. */
export const Actions = ({ onAct }: { onAct: (action: HomeAction) => void }) => {
  const t = useText(homeTexts)
  const spoken = useSpoken()
  return (
    <View className='home-actions' {...meaning({ role: 'group', label: t('actions') })}>
      <View className='home-scan yc-pressable' {...meaning({ role: 'button', readout: spoken(t('scan'), t('scanHint')) })} {...pressable(() => onAct('scan'))}>
        <View className='home-scan-icon'><Icon name='scan' /></View>
        <View className='home-scan-words'>
          <Text className='home-scan-title'>{t('scan')}</Text>
          <Text className='home-scan-hint'>{t('scanHint')}</Text>
        </View>
      </View>
      <View className='home-tiles'>
        {others.map(({ action, icon, hint }) => (
          <View
            key={action} className='home-tile yc-pressable'
            {...meaning({ role: 'button', readout: t(action) })} {...pressable(() => onAct(action))}
          >
            <View className='home-tile-icon'><Icon name={icon} /></View>
            <Text className='home-tile-title'>{t(action)}</Text>
            <Text className='home-tile-hint' {...meaning({ hidden: true })}>{t(hint)}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}
