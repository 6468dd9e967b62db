import { View } from '@tarojs/components'
import { useText } from '@/i18n'
import { mineTexts } from '@/i18n/appointments'
import { openPage } from '@/platform'
import { Button } from '@/ui'
import { AppointmentCard } from './AppointmentCard'
import './appointments.scss'
import { nextOf, parted } from './mine'
import { useMine } from './useMine'

/** On the home page: what runs out first, else the next appointment; nothing when there is none. */
export const NextAppointment = () => {
  const t = useText(mineTexts)
  const { session, data, appointments, at, oldSince } = useMine()
  const next = nextOf(appointments, at)
  if (!session || !data || !next) return null
  const others = parted(appointments, at).toCome.length - 1
  return (
    <View>
      <AppointmentCard appointment={next} at={at} past={false} old={oldSince !== null} />
      {others > 0 && <Button kind='quiet' small onPress={() => openPage('appointments')}>{t('homeMore')}</Button>}
    </View>
  )
}
