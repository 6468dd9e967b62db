import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { ticketTexts } from '@/i18n/queue'
import { Button, Choice, Sheet } from '@/ui'

interface DeferSheetProps { readonly open: boolean; readonly left: number; readonly busy: boolean; readonly onDefer: (places: number) => void; readonly onClose: () => void }

/** A few numbers to choose from rather than a field: one tap each, and within what the contract allows (1 to 20). */
const offered = [3, 5, 10] as const

/** “I'll be late”: how many to let go first. */
export const DeferSheet = ({ open, left, busy, onDefer, onClose }: DeferSheetProps) => {
  const t = useText(ticketTexts)
  const [places, setPlaces] = useState<number>(offered[0])
  return (
    <Sheet
      open={open} title={t('lateTitle')} onClose={onClose}
      actions={<><Button busy={busy} onPress={() => onDefer(places)}>{t('latePlaces', { n: places })}</Button><Button kind='secondary' onPress={onClose}>{t('lateNo')}</Button></>}
    >
      <Text>{t('lateHow', { n: left })}</Text>
      <View className='yc-take-gap'>
        <Choice label={t('lateTitle')} value={places} onChange={setPlaces} options={offered.map((n) => ({ value: n, label: t('latePlaces', { n }) }))} />
      </View>
    </Sheet>
  )
}
