import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes, meaning, pressable } from './accessible'

interface CardProps {
  readonly children: ReactNode
  /** `now` is kapok red, only for “it is your turn”; `action` a blue wash; `wash` grey. */
  readonly tone?: 'plain' | 'wash' | 'action' | 'now'
  readonly onPress?: () => void
  /** What is said of a card that can be pressed; the name of one that cannot. */
  readonly label?: string
  readonly className?: string
}

export const Card = ({ children, tone = 'plain', onPress, label, className }: CardProps) => (
  <View
    className={classes('yc-card', `is-${tone}`, onPress && 'yc-pressable', className)}
    {...meaning(onPress ? { role: 'link', readout: label } : label ? { role: 'region', label } : {})} {...pressable(onPress)}
  >
    {children}
  </View>
)
