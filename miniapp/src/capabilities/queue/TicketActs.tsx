import { useState } from 'react'
import { View } from '@tarojs/components'
import { useText } from '@/i18n'
import { elsewhereTexts } from '@/i18n/elsewhere'
import { ticketTexts } from '@/i18n/queue'
import { Button, Confirm, Notice, useAppearance } from '@/ui'
import { DeferSheet } from './DeferSheet'
import type { TicketView } from './ticketView'
import type { Moves } from './useMoves'

interface TicketActsProps {
  readonly view: TicketView
  readonly moves: Moves
  readonly defersLeft: number
  readonly onRate: () => void
  readonly onTakeAgain: () => void
  /** Opens the appointments of another day. */
  readonly onBook: () => void
  readonly onHall: () => void
  /** Opens the log of calls. */
  readonly onOrder: () => void
}

/** How the last act ended, right where it was asked for: the top of the page may be out of sight. */
const Ended = ({ done, failure }: Moves) => {
  const t = useText(ticketTexts)
  const elsewhere = useText(elsewhereTexts)
  // What it does not allow any more was done meanwhile; it has been asked for anew.
  if (failure?.code === 'ILLEGAL_MOVE') return <Notice tone='attention'>{elsewhere('changed')}</Notice>
  if (failure) return <Notice tone='error'>{failure.code === 'OFFLINE' || failure.retry === 'same-key' ? t('noAnswer') : failure.message}</Notice>
  if (done?.move !== 'defer') return null
  if (done.letFirst !== null) return <Notice tone='done'>{t('lateDone', { n: done.letFirst })}</Notice>
  return done.ahead === null ? null : <Notice tone='done'>{t('lateDoneNow', { n: done.ahead })}</Notice>
}

/** What can be done with the ticket now. Nothing that ends it happens without being asked again. */
export const TicketActs = ({ view, moves, defersLeft, onRate, onTakeAgain, onBook, onHall, onOrder }: TicketActsProps) => {
  const t = useText(ticketTexts)
  const [open, setOpen] = useState<'defer' | 'cancel' | null>(null)
  const { large } = useAppearance()
  const [unfolded, setUnfolded] = useState(false)
  // In large type first what is about this number; the rest by one tap more.
  const folded = large && !unfolded && view.acts.length > 0
  const close = (): void => setOpen(null)
  // Closed either way: how it ended is said above the buttons.
  const make = (body: Parameters<Moves['make']>[0]): void => { void moves.make(body).then(close) }
  const can = (act: TicketView['acts'][number]): boolean => view.acts.includes(act)
  return (
    <View className='yc-ticket-acts'>
      <Ended {...moves} />
      {can('return') && <Button busy={moves.busy === 'return'} onPress={() => make({ move: 'return' })}>{t('comeBack')}</Button>}
      {can('rate') && <Button icon='star' onPress={onRate}>{t('rate')}</Button>}
      {can('seeRating') && <Button kind='secondary' onPress={onRate}>{t('seeRating')}</Button>}
      {can('book') && <Button icon='calendar' onPress={onBook}>{t('bookInstead')}</Button>}
      {can('takeAgain') && <Button kind={can('book') ? 'secondary' : 'primary'} onPress={onTakeAgain}>{t('takeAgain')}</Button>}
      {can('defer') && <Button kind='secondary' icon='clock' onPress={() => setOpen('defer')}>{t('late')}</Button>}
      {!folded && <Button kind={view.acts.length === 0 ? 'secondary' : 'quiet'} icon='hall' onPress={onHall}>{t('hall')}</Button>}
      {!folded && <Button kind='quiet' icon='progress' onPress={onOrder}>{t('order')}</Button>}
      {can('cancel') && <Button kind='quiet' onPress={() => setOpen('cancel')}>{t('cancel')}</Button>}
      {folded && <Button kind='quiet' onPress={() => setUnfolded(true)}>{t('moreActs')}</Button>}
      <DeferSheet open={open === 'defer'} left={defersLeft} busy={moves.busy === 'defer'} onDefer={(places) => make({ move: 'defer', places })} onClose={close} />
      <Confirm
        open={open === 'cancel'} danger busy={moves.busy === 'cancel'} title={t('cancelTitle')} text={t('cancelHow')}
        confirm={t('cancelYes')} cancel={t('cancelNo')} onConfirm={() => make({ move: 'cancel' })} onCancel={close}
      />
    </View>
  )
}
