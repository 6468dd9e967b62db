import { View } from '@tarojs/components'
import { classes, meaning } from '@/ui'

/** Above it the bar itself warns, too; the word beside it says the same. */
const NEARLY = 0.85

/** How full something is. The words beside it say it; screen readers skip it. */
export const Fill = ({ taken }: { taken: number }) => (
  <View className='book-fill' {...meaning({ hidden: true })}>
    <View className={classes('book-fill-part', taken >= 1 ? 'is-full' : taken > NEARLY && 'is-nearly')} style={{ width: `${Math.round(taken * 100)}%` }} />
  </View>
)
