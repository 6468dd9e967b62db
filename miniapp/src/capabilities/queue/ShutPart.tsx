import { View } from '@tarojs/components'
import { useText } from '@/i18n'
import { takeTexts, ticketTexts } from '@/i18n/queue'
import { openPage, openTab } from '@/platform'
import { Button, Notice } from '@/ui'
import type { TakePage } from './useTakePage'

/** Why the hall gives no numbers now, and what one can do instead of waiting at its door. */
export const ShutPart = ({ page: { shut, hall } }: { page: TakePage }) => {
  const t = useText(takeTexts)
  const ticket = useText(ticketTexts)
  if (shut === null || !hall.data) return null
  const { hallId, lines } = hall.data
  const bookable = lines.some((line) => line.bookable)
  return (
    <View className='yc-take-gap'>
      <Notice
        tone='attention'
        action={(
          <View className='yc-take-ways'>
            {bookable && <Button small kind='secondary' onPress={() => openPage('book', { hall: hallId })}>{ticket('bookInstead')}</Button>}
            <Button small kind='secondary' onPress={() => openTab('halls')}>{t('otherHalls')}</Button>
          </View>
        )}
      >
        {shut}
      </Notice>
    </View>
  )
}
