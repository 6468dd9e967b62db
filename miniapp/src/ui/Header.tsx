import { View } from '@tarojs/components'
import { useText } from '@/i18n'
import { kitTexts } from '@/i18n/kit'
import { meaning, pressable } from './accessible'
import { Icon } from './Icon'

/** The bar over a web page; mini-programs have their own. */
export const Header = ({ title, onBack }: { title: string; onBack?: () => void }) => {
  const t = useText(kitTexts)
  return (
    <View className='yc-header' {...meaning({ role: 'banner' })}>
      <View className='yc-header-inner'>
        {onBack
          ? <View className='yc-header-back yc-pressable' {...meaning({ role: 'button', label: t('back') })} {...pressable(onBack)}><Icon name='back' /></View>
          : <View className='yc-header-side' />}
        <View className='yc-header-title' {...meaning({ role: 'heading', level: 1 })} {...{ tabIndex: -1 }}>{title}</View>
        <View className='yc-header-side' />
      </View>
    </View>
  )
}
