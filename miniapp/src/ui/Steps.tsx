import { View } from '@tarojs/components'
import { useText } from '@/i18n'
import { kitTexts } from '@/i18n/kit'
import { classes, meaning } from './accessible'

/** Where one stands in a task of a few steps; `current` counts from 0. */
export const Steps = ({ steps, current }: { steps: readonly string[]; current: number }) => {
  const t = useText(kitTexts)
  return (
    <View className='yc-steps' {...meaning({ role: 'img', label: `${t('step', { n: current + 1, total: steps.length })}${t('colon')}${steps[current] ?? ''}` })}>
      {steps.map((step, index) => (
        <View key={step} className={classes('yc-step', index < current && 'is-past', index === current && 'is-current')} {...meaning({ hidden: true })}>{step}</View>
      ))}
    </View>
  )
}
