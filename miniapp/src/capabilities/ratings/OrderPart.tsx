import { Text, View } from '@tarojs/components'
import type { OrderProgress } from '@shared/orders'
import { classes, Icon, meaning, Section, useSpoken } from '@/ui'
import { orderView, type OrderStepView } from './orderView'
import { useOrderWords } from './useOrderWords'

const Step = ({ step, last }: { step: OrderStepView; last: boolean }) => {
  const spoken = useSpoken()
  return (
    <View className={classes('rate-step', last && 'is-last')} {...meaning({ role: 'listitem', label: spoken(step.title, step.when, step.text) })}>
      <View className='rate-step-rail' />
      <View className='rate-step-mark'><Icon name='check' /></View>
      <View className='rate-step-words'>
        <Text className='rate-step-title'>{step.title}</Text>
        {step.text && <Text className='rate-step-text' userSelect>{step.text}</Text>}
        <Text className='yc-rate-small'>{step.when}</Text>
      </View>
    </View>
  )
}

/** What became of a bad rating: who owns it, by which day, who took it over, and each step. */
export const OrderPart = ({ order }: { order: OrderProgress }) => {
  const words = useOrderWords()
  const { headline, owner, due, leader, steps } = orderView(order, words)
  return (
    <Section title={words.say('title')}>
      <View className='rate-order'>
        <Text className='rate-order-head'>{headline}</Text>
        <Text className='rate-order-line'>{owner}</Text>
        {due && <Text className={classes('rate-order-line', due.late && 'is-late')}>{due.text}</Text>}
        {leader && <Text className='rate-order-line is-late'>{leader}</Text>}
      </View>
      <View {...meaning({ role: 'list' })}>{steps.map((step, index) => <Step key={step.key} step={step} last={index === steps.length - 1} />)}</View>
    </Section>
  )
}
