import { Text, View } from '@tarojs/components'
import type { SlotView } from '@shared/appointments'
import { serviceDay } from '@shared/time'
import { useText } from '@/i18n'
import { bookTexts } from '@/i18n/appointments'
import { classes, meaning, pressable, useSpoken } from '@/ui'
import { dateName } from './dates'
import { Fill } from './Fill'
import { slotTile } from './fullness'
import { useDateWords } from './useDateWords'

interface SlotTilesProps {
  readonly label: string
  readonly slots: readonly SlotView[]
  /** The slot whose holding is under way; null when none is. */
  readonly busy: number | null
  readonly onSlot: (startsAt: number) => void
  /** Each tile also names its day. */
  readonly days?: boolean
}

/** Slots to tap: when, how many places are left, as a word and as a bar. */
export const SlotTiles = ({ label, slots, busy, onSlot, days = false }: SlotTilesProps) => {
  const t = useText(bookTexts)
  const spoken = useSpoken()
  const dates = useDateWords()
  return (
    <View className='book-tiles' {...meaning({ role: 'group', label })}>
      {slots.map((slot) => {
        const tile = slotTile(slot, { say: t, dates })
        const day = days ? dateName(slot.startsAt, dates) : null
        const still = !tile.free || busy !== null
        return (
          <View
            key={`${serviceDay(slot.startsAt)}${tile.startsAt}`} className={classes('book-tile', tile.free ? 'yc-pressable' : 'is-shut', busy === tile.startsAt && 'is-busy')}
            {...meaning({ role: 'button', readout: spoken(day, tile.name, tile.word), disabled: still, busy: busy === tile.startsAt })} {...pressable(() => onSlot(tile.startsAt), still)}
          >
            {day && <Text className='book-tile-word'>{day}</Text>}
            <Text className='book-tile-time'>{tile.name}</Text>
            <Text className='book-tile-word'>{tile.word}</Text>
            <Fill taken={tile.taken} />
          </View>
        )
      })}
    </View>
  )
}
