import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { classes, meaning, pressable } from './accessible'
import { Icon } from './Icon'

/** Rows in one frame, parted by hairlines. */
export const List = ({ children, label }: { children: ReactNode; label?: string }) => (
  <View className='yc-list' {...meaning({ role: 'group', label })}>{children}</View>
)

interface RowProps {
  readonly title: string
  readonly note?: ReactNode
  /** Before the title, e.g. a number. */
  readonly lead?: ReactNode
  /** At the right, e.g. people waiting. */
  readonly side?: ReactNode
  /** With it the row is a link and shows so. */
  readonly onPress?: () => void
  /** What is said of a row that can be pressed. */
  readonly label?: string
}

export const Row = ({ title, note, lead, side, onPress, label }: RowProps) => (
  <View
    className={classes('yc-row', onPress && 'yc-pressable')}
    {...(onPress ? meaning({ role: 'link', readout: label }) : {})} {...pressable(onPress)}
  >
    {lead !== undefined && <View className='yc-row-lead'>{lead}</View>}
    <View className='yc-row-main'>
      <Text className='yc-row-title'>{title}</Text>
      {note !== undefined && <View className='yc-row-note'>{note}</View>}
    </View>
    {side !== undefined && <View className='yc-row-side'>{side}</View>}
    {onPress && <Icon name='next' />}
  </View>
)
