import { Text, View } from '@tarojs/components'
import type { Ticket } from '@shared/queue'
import { clockTime } from '@shared/time'
import { useLocalText, useText, type Translate } from '@/i18n'
import { homeTexts } from '@/i18n/home'
import { signOf } from '@/i18n/windowName'
import { openPage } from '@/platform'
import { Card, classes, Icon, Numeral, useSpoken } from '@/ui'
import type { Need } from './needsMe'

type Say = Translate<typeof homeTexts>
interface CardProps {
  readonly need: Need
  /** Not heard anew for too long: shown as the past. */
  readonly old: boolean
}

/** What is said of the time; of the past only when it was. */
const timeOf = ({ wait, paused, asOf, ahead }: Ticket, old: boolean, t: Say): string | null => {
  if (old) return t('asOf', { time: clockTime(asOf) })
  if (paused) return t('paused')
  return wait && ahead !== 0 ? wait.low === wait.high ? t('waitAbout', { low: wait.low }) : t('wait', { low: wait.low, high: wait.high }) : null
}

const Waiting = ({ ticket, ahead, old, t }: { ticket: Ticket; ahead: number | null; old: boolean; t: Say }) => (
  <View className='need-waiting'>
    <View className='need-ahead'>
      {ahead === 0
        ? <Text className='need-headline'>{t('next')}</Text>
        : (
            <>
              <Text className='need-label'>{t('ahead')}</Text>
              <View><Numeral size='giant' tone={old ? 'soft' : 'action'}>{ahead ?? '–'}</Numeral><Text className='need-unit'>{t('aheadUnit')}</Text></View>
            </>
          )}
    </View>
    <View className='need-side'>
      <Text className='need-label'>{t('yourNumber')}</Text>
      <Numeral size='head'>{ticket.number}</Numeral>
      <Text className='need-note'>{timeOf(ticket, old, t)}</Text>
    </View>
  </View>
)

interface Said { readonly title: string; readonly note: string }

const calledSays = (ticket: Ticket, window: string | null, old: boolean, t: Say): Said => {
  if (old) return { title: window === null ? t('asOf', { time: clockTime(ticket.asOf) }) : t('calledBefore', { window, time: clockTime(ticket.asOf) }), note: t('calledBeforeNote') }
  return window === null ? { title: t('calledSomewhere'), note: t('calledLook') } : { title: t('called', { window }), note: t('calledNote') }
}

const saysOf = ({ kind, ticket }: Need, window: string | null, old: boolean, t: Say): Said => {
  const past = old ? t('asOf', { time: clockTime(ticket.asOf) }) : null
  switch (kind) {
    case 'called': return calledSays(ticket, window, old, t)
    case 'serving': return { title: t('serving'), note: past ?? (window === null ? '' : t('servingNote', { window })) }
    case 'missed': return { title: t('missed'), note: ticket.returnBefore === null ? t('missedGone') : t('missedReturn', { time: clockTime(ticket.returnBefore) }) }
    case 'ended': return { title: t('ended'), note: t('endedNote') }
    default: return { title: t('toRate'), note: '' }
  }
}

/** The one thing that needs the citizen now, and the way to it. */
export const NeedsMeCard = ({ need, old }: CardProps) => {
  const t = useText(homeTexts)
  const local = useLocalText()
  const spoken = useSpoken()
  const { ticket, kind } = need
  const place = `${local(ticket.hallName)} · ${local(ticket.lineName)}`
  const open = (): void => openPage(kind === 'rate' ? 'rate' : 'ticket', { id: ticket.ticketId })
  const foot = <View className='need-foot'><Text className='need-place'>{place}</Text><Icon name='next' /></View>
  if (need.kind === 'waiting') {
    const headline = need.ahead === 0 ? spoken(ticket.number, t('next')) : t('aheadSpoken', { number: ticket.number, n: need.ahead ?? '–' })
    return (
      <Card tone={old ? 'wash' : 'action'} className={classes(old && 'need-old')} onPress={open} label={spoken(headline, timeOf(ticket, old, t), place)}>
        <Waiting ticket={ticket} ahead={need.ahead} old={old} t={t} />
        {foot}
      </Card>
    )
  }
  const { title, note } = saysOf(need, ticket.windowId === null ? null : local(signOf(ticket.windowName, ticket.windowId)), old, t)
  const calm = kind === 'rate' || kind === 'ended'
  const tone = calm || old ? 'wash' : kind === 'called' ? 'now' : 'action'
  return (
    <Card tone={tone} className={classes(old && !calm && 'need-old')} onPress={open} label={spoken(title, note, ticket.number, place)}>
      <View className='need-waiting'>
        <View className='need-ahead'>
          <Text className='need-headline'>{title}</Text>
          {note && <Text className='need-note'>{note}</Text>}
        </View>
        <View className='need-side'><Text className='need-label'>{t('yourNumber')}</Text><Numeral size='head'>{ticket.number}</Numeral></View>
      </View>
      {foot}
    </Card>
  )
}
