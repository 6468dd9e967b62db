import { Text, View } from '@tarojs/components'
import type { Ticket } from '@shared/queue'
import { clockTime } from '@shared/time'
import { useLocalText, useText, type Translate } from '@/i18n'
import { homeTexts } from '@/i18n/home'
import { openPage } from '@/platform'
import { Card, Icon, Numeral } from '@/ui'
import type { Need } from './needsMe'

type Say = Translate<typeof homeTexts>

const waitOf = ({ wait }: Ticket, t: Say): string | null =>
  wait && (wait.low === wait.high ? t('waitAbout', { low: wait.low }) : t('wait', { low: wait.low, high: wait.high }))

const Waiting = ({ need, t }: { need: Extract<Need, { kind: 'waiting' }>; t: Say }) => {
  const { ticket, ahead } = need
  const wait = waitOf(ticket, t)
  return (
    <View className='need-waiting'>
      <View className='need-ahead'>
        {ahead === 0
          ? <Text className='need-headline'>{t('next')}</Text>
          : (
              <>
                <Text className='need-label'>{t('ahead')}</Text>
                <View><Numeral size='giant' tone='action'>{ahead ?? '–'}</Numeral><Text className='need-unit'>{t('aheadUnit')}</Text></View>
              </>
            )}
      </View>
      <View className='need-side'>
        <Text className='need-label'>{t('yourNumber')}</Text>
        <Numeral size='head'>{ticket.number}</Numeral>
        <Text className='need-note'>{ticket.paused ? t('paused') : wait}</Text>
      </View>
    </View>
  )
}

const headline = (need: Need, windowName: string, t: Say): { title: string; note: string } => {
  const { ticket } = need
  switch (need.kind) {
    case 'called': return { title: t('called', { window: windowName }), note: t('calledNote') }
    case 'serving': return { title: t('serving'), note: t('servingNote', { window: windowName }) }
    case 'missed': return { title: t('missed'), note: ticket.returnBefore === null ? t('missedGone') : t('missedReturn', { time: clockTime(ticket.returnBefore) }) }
    default: return { title: t('toRate'), note: '' }
  }
}

/** The one thing that needs the citizen now, and the way to it. */
export const NeedsMeCard = ({ need }: { need: Need }) => {
  const t = useText(homeTexts)
  const local = useLocalText()
  const { ticket, kind } = need
  const place = `${local(ticket.hallName)} · ${local(ticket.lineName)}`
  const open = (): void => openPage(kind === 'rate' ? 'rate' : 'ticket', { id: ticket.ticketId })
  if (need.kind === 'waiting') {
    return (
      <Card tone='action' onPress={open} label={`${t('aheadSpoken', { number: ticket.number, n: need.ahead ?? '–' })}，${place}`}>
        <Waiting need={need} t={t} />
        <View className='need-foot'><Text className='need-place'>{place}</Text><Icon name='next' /></View>
      </Card>
    )
  }
  const { title, note } = headline(need, ticket.windowName ? local(ticket.windowName) : '', t)
  return (
    <Card tone={kind === 'called' ? 'now' : kind === 'rate' ? 'wash' : 'action'} onPress={open} label={`${title}，${ticket.number}，${place}`}>
      <View className='need-waiting'>
        <View className='need-ahead'>
          <Text className='need-headline'>{title}</Text>
          {note && <Text className='need-note'>{note}</Text>}
        </View>
        <View className='need-side'><Text className='need-label'>{t('yourNumber')}</Text><Numeral size='head'>{ticket.number}</Numeral></View>
      </View>
      <View className='need-foot'><Text className='need-place'>{place}</Text><Icon name='next' /></View>
    </Card>
  )
}
