import { useEffect, useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { SlotView } from '@shared/appointments'
import { serviceDay } from '@shared/time'
import { useText } from '@/i18n'
import { bookTexts } from '@/i18n/appointments'
import { Loading } from '@/ui'
import { listDays, listSlots, type Visit } from './api'
import { findNearest } from './nearest'
import { SlotTiles } from './SlotTiles'

interface NearestProps {
  readonly visit: Visit
  /** The place that was lost. */
  readonly wanted: number
  readonly busy: number | null
  readonly onSlot: (startsAt: number) => void
}

/** The free times nearest to a lost one, to tap. Nothing is said when they cannot be had. */
export const Nearest = ({ visit: { hallId, lineId, itemIds }, wanted, busy, onSlot }: NearestProps) => {
  const t = useText(bookTexts)
  const [found, setFound] = useState<readonly SlotView[] | 'asking' | 'failed'>('asking')
  const items = itemIds.join(',')
  useEffect(() => {
    let over = false
    const visit = { hallId, lineId, itemIds: items.split(',') }
    const parts = { days: async () => (await listDays(visit)).days, slots: async (day: string) => (await listSlots(visit, day)).slots }
    findNearest(serviceDay(wanted), wanted, parts).then((slots) => { if (!over) setFound(slots) }, () => { if (!over) setFound('failed') })
    return () => { over = true }
  }, [hallId, lineId, items, wanted])
  if (found === 'failed') return null
  if (found === 'asking') return <Loading rows={1} />
  if (found.length === 0) return <Text className='book-line'>{t('lostNone')}</Text>
  return (
    <View className='book-gap'>
      <Text className='book-line'>{t('lostNearest')}</Text>
      <SlotTiles label={t('lostNearest')} slots={found} days busy={busy} onSlot={onSlot} />
    </View>
  )
}
