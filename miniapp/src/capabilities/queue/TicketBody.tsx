import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { ticketTexts } from '@/i18n/queue'
import { Card, classes, meaning, Notice, Numeral } from '@/ui'
import type { TicketView } from './ticketView'

const tone = { missed: 'is-now', next: 'is-now', finished: 'is-done', serving: 'is-done' } as const
const toneOf = (face: TicketView['face']): string | undefined =>
  face === 'missed' || face === 'next' || face === 'finished' || face === 'serving' ? tone[face] : undefined

/** The people ahead, or whatever is most important now, and the wait. */
const Hero = ({ view }: { view: TicketView }) => (
  <View className='yc-ticket-hero'>
    <View {...meaning({ role: 'heading', level: 2, label: view.headline })}>
      {view.big
        ? (
            <>
              <Text className='yc-ticket-lead'>{view.big.before}</Text>
              <View className='yc-ticket-figure'>
                <Numeral size='giant'>{view.big.figure}</Numeral>
                {view.big.after && <Text className='yc-ticket-unit'>{view.big.after}</Text>}
              </View>
            </>
          )
        : <Text className={classes('yc-ticket-headline', toneOf(view.face))}>{view.headline}</Text>}
    </View>
    {view.waitText && <Text className='yc-ticket-wait'>{view.waitText}</Text>}
    {view.waitClock && <Text className='yc-ticket-clock'>{view.waitClock}</Text>}
    {view.details.map((line) => <Text key={line} className='yc-ticket-detail'>{line}</Text>)}
    <Text className='yc-ticket-small'>{view.heard}</Text>
  </View>
)

interface TicketBodyProps {
  readonly view: TicketView
  /** A call will be felt while this page is open: the screen stays on and the phone can vibrate. */
  readonly felt: boolean
}

/** Everything the ticket says except what can be done with it. */
export const TicketBody = ({ view, felt }: TicketBodyProps) => {
  const t = useText(ticketTexts)
  return (
    <View className={classes('yc-ticket-stack', view.stale && 'yc-ticket-old')}>
      <Hero view={view} />
      {view.paused && <Notice tone='attention'>{t('paused')}</Notice>}
      {view.notes.map((note) => <Notice key={note} tone='info'>{note}</Notice>)}
      <Card tone='wash'>
        <View className='yc-ticket-number'>
          <View>
            <Text className='yc-ticket-small'>{t('yourNumber')}</Text>
            <Numeral size='head'>{view.number}</Numeral>
          </View>
          <View className='yc-ticket-number-side'>
            <Text className='yc-ticket-line'>{view.lineName}</Text>
            <Text className='yc-ticket-small'>{view.hallName}</Text>
          </View>
        </View>
      </Card>
      {view.moved.length > 0 && (
        <Card tone='action' label={t('movedTitle')}>
          <Text className='yc-ticket-moved-title'>{t('movedTitle')}</Text>
          {view.moved.map((line) => <Text key={line} className='yc-ticket-moved-line'>{line}</Text>)}
        </Card>
      )}
      {view.waitBasis && <Text className='yc-ticket-small'>{view.waitBasis}</Text>}
      {!view.stale && (view.face === 'waiting' || view.face === 'next') && <Text className='yc-ticket-small'>{t(felt ? 'vibrates' : 'turnsRed')}</Text>}
    </View>
  )
}
