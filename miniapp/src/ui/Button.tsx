import { Text, View } from '@tarojs/components'
import { kitTexts } from '@/i18n/kit'
import { useText } from '@/i18n'
import { classes, meaning, pressable } from './accessible'
import { Icon, type IconName } from './Icon'
import { useSpoken } from './spoken'

interface ButtonProps {
  readonly children: string
  readonly onPress: () => void
  readonly kind?: 'primary' | 'secondary' | 'danger' | 'quiet'
  /** As wide as its text, for a place beside something else. */
  readonly small?: boolean
  readonly icon?: IconName
  /** Under way: shows that the tap worked, and does not take another. */
  readonly busy?: boolean
  readonly disabled?: boolean
  /** For screen readers, where the text alone would not say enough. */
  readonly label?: string
}

/** The one button: at least 44 high, 60 in large type. */
export const Button = ({ children, onPress, kind = 'primary', small, icon, busy = false, disabled = false, label }: ButtonProps) => {
  const t = useText(kitTexts)
  const spoken = useSpoken()
  const still = busy || disabled
  return (
    <View
      className={classes('yc-button yc-pressable', `is-${kind}`, small && 'is-small', disabled && 'is-disabled')}
      {...meaning({ role: 'button', label: busy ? spoken(label ?? children, t('busy')) : label, disabled: still, busy })}
      {...pressable(onPress, still)}
    >
      {busy ? <View className='yc-spinner' /> : icon && <Icon name={icon} />}
      <Text>{children}</Text>
    </View>
  )
}
