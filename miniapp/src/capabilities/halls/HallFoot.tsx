import { Text } from '@tarojs/components'
import { useText } from '@/i18n'
import { hallTexts } from '@/i18n/halls'
import { openPage } from '@/platform'
import { Button } from '@/ui'

interface HallFootProps {
  readonly hallId: string
  /** Some line takes appointments. */
  readonly bookable: boolean
  readonly canTake: boolean
  /** Why no number can be taken now, and when again; null while it can. */
  readonly shut: string | null
  readonly onScan: () => void
}

/** The way to a number, or why there is none now; and what to bring, which one may want to know at home. */
export const HallFoot = ({ hallId, bookable, canTake, shut, onScan }: HallFootProps) => {
  const t = useText(hallTexts)
  const prepare = (): void => openPage('take', { hall: hallId })
  const said = shut ?? (canTake ? null : t('scanWhy'))
  return (
    <>
      {said && <Text className='hall-scan-why'>{said}</Text>}
      {shut === null && (canTake
        ? <Button icon='ticket' onPress={prepare}>{t('take')}</Button>
        : <Button icon='scan' onPress={onScan}>{t('scanToTake')}</Button>)}
      {bookable && (shut !== null || !canTake) && <Button kind={shut === null ? 'secondary' : 'primary'} icon='calendar' onPress={() => openPage('book', { hall: hallId })}>{t('book')}</Button>}
      {(shut !== null || !canTake) && <Button kind='quiet' onPress={prepare}>{t('prepare')}</Button>}
    </>
  )
}
