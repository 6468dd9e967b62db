import { View } from '@tarojs/components'
import { meaning } from './accessible'

export type IconName =
  | 'back' | 'next' | 'home' | 'hall' | 'person' | 'scan' | 'calendar' | 'progress' | 'star' | 'check' | 'info' | 'warning'
  | 'place' | 'search' | 'close' | 'clock' | 'text' | 'people' | 'ticket' | 'phone' | 'refresh' | 'camera' | 'bell'
  /** From very dissatisfied to very satisfied. */
  | 'face1' | 'face2' | 'face3' | 'face4' | 'face5'

/** A drawing in the colour of the text around it. It never carries meaning alone, so screen readers skip it. */
export const Icon = ({ name }: { name: IconName }) => <View className={`yc-icon yc-icon-${name}`} {...meaning({ hidden: true })} />
