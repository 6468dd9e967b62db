import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { departureTexts } from '@/i18n/departure'
import { now } from '@/platform'
import { Button, Card, classes, Icon, List, meaning, Row, useElapsed } from '@/ui'
import type { WayOfGoing } from './api'
import './departure.scss'
import { departureView, dueAt } from './departureView'
import { useDeparture } from './useDeparture'
import { WaySheet } from './WaySheet'

interface SetOutPartProps {
  readonly ticketId: string
  /** Asks, within the tap, to allow the message that says when it is time; there is a plan whatever the answer. */
  readonly allow: () => Promise<void>
}

/** On the ticket while it waits: when to set out so as not to miss the call. Nothing but a row until somebody asks. */
export const SetOutPart = ({ ticketId, allow }: SetOutPartProps) => {
  const t = useText(departureTexts)
  const [open, setOpen] = useState(false)
  const planning = useDeparture(ticketId)
  const { planned } = planning
  useElapsed(planned && dueAt(planned), 0, now)
  const view = planned && departureView(planned, now(), t)
  const plan = (by: WayOfGoing): void => { void planning.plan(by, allow()).then((found) => { if (found) setOpen(false) }) }
  return (
    <View className='departure'>
      {!view && <List><Row lead={<Icon name='clock' />} title={t('row')} note={t('rowNote')} onPress={() => setOpen(true)} /></List>}
      {/* It stays while what it says changes, or screen readers would not tell. */}
      <View {...meaning({ live: 'polite' })}>
        {view && (
          <Card tone={view.now ? 'action' : 'plain'}>
            <Text className={classes('departure-head', view.now && 'is-now')}>{view.headline}</Text>
            {view.notes.map((note) => <Text key={note} className='departure-line'>{note}</Text>)}
          </Card>
        )}
      </View>
      {view && <Button kind='quiet' icon='refresh' onPress={() => setOpen(true)}>{t('again')}</Button>}
      <WaySheet open={open} planning={planning} onPlan={plan} onClose={() => setOpen(false)} />
    </View>
  )
}
