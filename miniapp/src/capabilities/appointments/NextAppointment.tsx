import { View } from '@tarojs/components'
import { useLocalText, useText } from '@/i18n'
import { mineTexts } from '@/i18n/appointments'
import { openPage } from '@/platform'
import { Button, SilentNotice } from '@/ui'
import { AppointmentCard } from './AppointmentCard'
import './appointments.scss'
import { nextOf, parted } from './mine'
import { useMine } from './useMine'

/** On the home page: what runs out first, else the next appointment; nothing when there is none. */
export const NextAppointment = () => {
  const t = useText(mineTexts)
  const local = useLocalText()
  const { session, data, appointments, at, oldSince } = useMine()
  const next = nextOf(appointments, at)
  if (!session || !data || (!next && data.missing.length === 0)) return null
  const others = parted(appointments, at).toCome.length - 1
  return (
    <View>
      {next && <AppointmentCard appointment={next} at={at} past={false} old={oldSince !== null} />}
      <SilentNotice names={data.missing.map(local)} said={(names) => t('silent', { names })} />
      {others > 0 && <Button kind='quiet' small onPress={() => openPage('appointments')}>{t('homeMore')}</Button>}
    </View>
  )
}
