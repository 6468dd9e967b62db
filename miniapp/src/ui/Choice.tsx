import { Text, View } from '@tarojs/components'
import { classes, meaning, pressable } from './accessible'
import { Icon } from './Icon'
import { useSpoken } from './spoken'

interface CheckboxRowProps { readonly title: string; readonly note?: string; readonly checked: boolean; readonly onChange: (checked: boolean) => void; readonly disabled?: boolean }

/** A row that can be ticked off; inside a `List`. */
export const CheckboxRow = ({ title, note, checked, onChange, disabled = false }: CheckboxRowProps) => {
  const spoken = useSpoken()
  return (
    <View
      className={classes('yc-row yc-pressable', disabled && 'is-disabled')}
      {...meaning({ role: 'checkbox', checked, disabled, label: spoken(title, note) })} {...pressable(() => onChange(!checked), disabled)}
    >
      <View className='yc-row-lead'><View className={classes('yc-mark', checked && 'is-on')}>{checked && <Icon name='check' />}</View></View>
      <View className='yc-row-main'><Text className='yc-row-title'>{title}</Text>{note && <Text className='yc-row-note'>{note}</Text>}</View>
    </View>
  )
}

export interface Option<V extends string | number> { readonly value: V; readonly label: string; readonly note?: string; readonly side?: string; readonly disabled?: boolean }
interface ChoiceProps<V extends string | number> { readonly label: string; readonly options: readonly Option<V>[]; readonly value: V | null; readonly onChange: (value: V) => void }

/** One of several, as rows. */
export const Choice = <V extends string | number>({ label, options, value, onChange }: ChoiceProps<V>) => {
  const spoken = useSpoken()
  return (
    <View className='yc-list' {...meaning({ role: 'radiogroup', label })}>
      {options.map((option) => {
        const chosen = option.value === value
        return (
          <View
            key={option.value} className={classes('yc-row yc-pressable', chosen && 'is-chosen', option.disabled && 'is-disabled')}
            {...meaning({ role: 'radio', checked: chosen, disabled: option.disabled, label: spoken(option.label, option.note, option.side) })}
            {...pressable(() => onChange(option.value), option.disabled)}
          >
            <View className='yc-row-lead'><View className={classes('yc-mark is-round', chosen && 'is-on')}>{chosen && <View className='yc-mark-dot' />}</View></View>
            <View className='yc-row-main'><Text className='yc-row-title'>{option.label}</Text>{option.note && <Text className='yc-row-note'>{option.note}</Text>}</View>
            {option.side && <Text className='yc-row-side'>{option.side}</Text>}
          </View>
        )
      })}
    </View>
  )
}

interface ChipsProps<V extends string> { readonly label: string; readonly options: readonly Option<V>[]; readonly chosen: readonly V[]; readonly onToggle: (value: V) => void; readonly single?: boolean }

/** Short words to pick from: several of them, or with `single` one. */
export const Chips = <V extends string>({ label, options, chosen, onToggle, single = false }: ChipsProps<V>) => (
  <View className='yc-chips' {...meaning({ role: single ? 'radiogroup' : 'group', label })}>
    {options.map((option) => {
      const on = chosen.includes(option.value)
      return (
        <View
          key={option.value} className={classes('yc-chip yc-pressable', on && 'is-on')}
          {...meaning({ role: single ? 'radio' : 'checkbox', checked: on })} {...pressable(() => onToggle(option.value), option.disabled)}
        >
          {on && <Icon name='check' />}
          <Text>{option.label}</Text>
        </View>
      )
    })}
  </View>
)

/** A row that is on or off; inside a `List`. */
export const SwitchRow = ({ title, note, checked, onChange, disabled = false }: CheckboxRowProps) => {
  const spoken = useSpoken()
  return (
    <View
      className={classes('yc-row yc-pressable', disabled && 'is-disabled')}
      {...meaning({ role: 'switch', checked, ...(disabled && { disabled }), label: spoken(title, note) })} {...pressable(() => onChange(!checked), disabled)}
    >
      <View className='yc-row-main'><Text className='yc-row-title'>{title}</Text>{note && <Text className='yc-row-note'>{note}</Text>}</View>
      <View className={classes('yc-switch', checked && 'is-on')}><View className='yc-switch-knob' /></View>
    </View>
  )
}
