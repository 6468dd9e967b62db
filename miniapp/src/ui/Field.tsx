import { Input, Text, Textarea, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { kitTexts } from '@/i18n/kit'
import { classes, meaning, pressable } from './accessible'
import { Icon, type IconName } from './Icon'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly maxLength: number
}

/** A text of one line. With `quiet` the label is for screen readers only, as in a search. */
export const TextField = ({ label, value, onChange, placeholder, maxLength, icon, quiet = false, onSubmit, password = false }: FieldProps & {
  readonly icon?: IconName; readonly quiet?: boolean; readonly onSubmit?: () => void; readonly password?: boolean
}) => (
  <View>
    {!quiet && <Text className='yc-field-label'>{label}</Text>}
    <View className='yc-field'>
      {icon && <Icon name={icon} />}
      <Input
        className='yc-field-input' value={value} placeholder={placeholder} maxlength={maxLength} password={password}
        confirmType={onSubmit ? 'search' : 'done'} {...meaning({ label })}
        onInput={(event) => onChange(event.detail.value)} onConfirm={() => onSubmit?.()}
      />
    </View>
  </View>
)

/** A text of several lines, with what is left of its length. */
export const TextArea = ({ label, value, onChange, placeholder, maxLength }: FieldProps) => {
  const t = useText(kitTexts)
  return (
    <View>
      <Text className='yc-field-label'>{label}</Text>
      <View className='yc-field'>
        <Textarea
          className='yc-field-area' value={value} placeholder={placeholder} maxlength={maxLength} autoHeight {...meaning({ label })}
          onInput={(event) => onChange(event.detail.value)}
        />
      </View>
      <Text className='yc-field-count'>{t('characters', { n: value.length, max: maxLength })}</Text>
    </View>
  )
}

interface StepperProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly onChange: (value: number) => void
  /** What is shown instead of the number, e.g. the hour it stands for. */
  readonly shown?: string
}

/** A small whole number, changed by one. */
export const Stepper = ({ label, value, min, max, onChange, shown }: StepperProps) => {
  const t = useText(kitTexts)
  const change = (by: 1 | -1, stop: boolean) => (
    <View
      className={classes('yc-stepper-button yc-pressable', stop && 'is-disabled')}
      {...meaning({ role: 'button', label: `${label}${t('colon')}${by > 0 ? t('more') : t('less')}`, disabled: stop })} {...pressable(() => onChange(value + by), stop)}
    >
      <Text>{by > 0 ? '＋' : '－'}</Text>
    </View>
  )
  return (
    <View className='yc-stepper' {...meaning({ role: 'group', label })}>
      {change(-1, value <= min)}
      <View className='yc-stepper-value' {...meaning({ live: 'polite' })}>{shown ?? value}</View>
      {change(1, value >= max)}
    </View>
  )
}
