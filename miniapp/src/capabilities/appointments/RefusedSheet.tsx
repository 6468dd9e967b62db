import { Text } from '@tarojs/components'
import { useText } from '@/i18n'
import { bookTexts } from '@/i18n/appointments'
import { kitTexts } from '@/i18n/kit'
import type { ApiError } from '@/platform'
import { Button, Sheet } from '@/ui'
import { dateName } from './dates'
import { waysOn, type BookWay } from './refusal'
import { isOpen } from './useAct'
import { useDateWords } from './useDateWords'

interface RefusedSheetProps { readonly title: string; readonly why: ApiError | null; readonly onWay: (way: BookWay) => void; readonly onClose: () => void }

/** It was not booked, or nobody knows: why, and every way on as a button. */
export const RefusedSheet = ({ title, why, onWay, onClose }: RefusedSheetProps) => {
  const t = useText(bookTexts)
  const kit = useText(kitTexts)
  const dates = useDateWords()
  if (!why) return null
  const until = why.code === 'RESTRICTED' && typeof why.details.at === 'number' ? why.details.at : null
  return (
    <Sheet
      open title={isOpen(why) ? t('unknown') : title} onClose={onClose}
      actions={(
        <>
          {waysOn(why.code).map((way, index) => <Button key={way} kind={index === 0 ? 'primary' : 'secondary'} onPress={() => onWay(way)}>{t(way)}</Button>)}
          <Button kind='quiet' onPress={onClose}>{t('close')}</Button>
        </>
      )}
    >
      <Text className='book-line'>{why.message}</Text>
      {isOpen(why) && <Text className='book-line'>{t('unknownHow')}</Text>}
      {until !== null && <Text className='book-line'>{t('restrictedUntil', { date: dateName(until, dates) })}</Text>}
      {why.requestId && <Text className='book-small'>{kit('request', { id: why.requestId })} · {kit('requestHint')}</Text>}
    </Sheet>
  )
}
