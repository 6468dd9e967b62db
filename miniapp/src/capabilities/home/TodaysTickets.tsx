import { View } from '@tarojs/components'
import type { Ticket } from '@shared/queue'
import { clockTime } from '@shared/time'
import { useLocalText, useText } from '@/i18n'
import { homeTexts } from '@/i18n/home'
import { meTexts } from '@/i18n/me'
import { openPage } from '@/platform'
import { Empty, ErrorState, List, Loading, Numeral, Row, Section, SilentNotice, Tag, useAppearance, useSpoken, type TagTone } from '@/ui'
import { useTickets, type LastKnown } from './useTickets'

const tones: Partial<Record<Ticket['state'], TagTone>> = { called: 'now', missed: 'now', waiting: 'action', returned: 'action', transferred: 'action', serving: 'action', finished: 'done' }

const TicketRow = ({ ticket, old }: { ticket: Ticket; old: boolean }) => {
  const t = useText(meTexts)
  const local = useLocalText()
  const spoken = useSpoken()
  const { large } = useAppearance()
  const toRate = ticket.state === 'finished' && !ticket.rated
  const state = toRate ? t('toRate') : t(ticket.state)
  const tag = <Tag tone={toRate ? 'attention' : old ? 'plain' : tones[ticket.state]}>{state}</Tag>
  return (
    <Row
      title={local(ticket.hallName)} lead={<View className='ticket-number'><Numeral size='strong'>{ticket.number}</Numeral></View>}
      note={<>{`${local(ticket.lineName)} · ${clockTime(ticket.takenAt)}`}{large && <View>{tag}</View>}</>} side={large ? undefined : tag}
      label={spoken(ticket.number, local(ticket.hallName), local(ticket.lineName), state)} onPress={() => openPage('ticket', { id: ticket.ticketId })}
    />
  )
}

/** Every number the citizen took today, newest first; `lastKnown`: those this phone knows, for a start without a network. */
export const TodaysTickets = ({ lastKnown }: { readonly lastKnown?: LastKnown }) => {
  const t = useText(meTexts)
  const home = useText(homeTexts)
  const local = useLocalText()
  const mine = useTickets(lastKnown)
  if (!mine.session) return null
  const { old, tickets, missing } = mine
  const since = tickets[0]?.asOf ?? mine.heardAt
  return (
    <Section title={t('tickets')} note={since !== null && (old || mine.failure) ? t('asOf', { time: clockTime(since) }) : undefined}>
      <SilentNotice names={missing.map(local)} said={(names) => home('silent', { names })} />
      {tickets.length > 0 && <List>{tickets.map((ticket) => <TicketRow key={ticket.ticketId} ticket={ticket} old={mine.isOld(ticket.ticketId)} />)}</List>}
      {mine.data && tickets.length === 0 && missing.length === 0 && <Empty icon='ticket' title={t('noTickets')} text={t('noTicketsHint')} />}
      {!mine.data && mine.failure && <ErrorState message={mine.failure.message} requestId={mine.failure.requestId} busy={mine.loading} onRetry={mine.reload} />}
      {!mine.data && !mine.failure && <Loading rows={2} />}
    </Section>
  )
}
