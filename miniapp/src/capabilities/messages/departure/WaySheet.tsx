import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { departureTexts } from '@/i18n/departure'
import { canOpenSettings, openSettings } from '@/platform/settings'
import { Button, Choice, Notice, Sheet } from '@/ui'
import { waysOfGoing, type WayOfGoing } from './api'
import type { Planning } from './useDeparture'

interface WaySheetProps { readonly open: boolean; readonly planning: Planning; readonly onPlan: (by: WayOfGoing) => void; readonly onClose: () => void }

/** How one comes, and why the phone is asked where it is. Without the place there is another way, and it is said. */
export const WaySheet = ({ open, planning, onPlan, onClose }: WaySheetProps) => {
  const t = useText(departureTexts)
  const [by, setBy] = useState<WayOfGoing>('transit')
  const { busy, trouble } = planning
  const allow = canOpenSettings && <Button small kind='secondary' onPress={() => { void openSettings() }}>{t('placeAllow')}</Button>
  return (
    <Sheet
      open={open} title={t('title')} onClose={onClose}
      actions={<><Button icon='place' busy={busy} onPress={() => onPlan(by)}>{t(busy ? 'finding' : 'find')}</Button><Button kind='quiet' onPress={onClose}>{t('no')}</Button></>}
    >
      <Choice label={t('title')} value={by} onChange={setBy} options={waysOfGoing.map((value) => ({ value, label: t(value) }))} />
      <Text className='departure-line'>{t('why')}</Text>
      {trouble && (
        <View className='departure-gap'>
          {trouble === 'place'
            ? <Notice tone='attention' title={t('placeRefused')} action={allow}>{t('placeRefusedHow')}</Notice>
            : <Notice tone='error' title={t('failed')}>{trouble.message}</Notice>}
        </View>
      )}
    </Sheet>
  )
}
