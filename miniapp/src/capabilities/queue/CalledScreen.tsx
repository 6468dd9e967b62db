import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { ticketTexts } from '@/i18n/queue'
import { Button, Confirm, Notice, Page } from '@/ui'
import type { TicketView } from './ticketView'
import type { Moves } from './useMoves'

interface CalledScreenProps {
  readonly view: TicketView
  readonly moves: Moves
  /** The citizen has noticed. */
  readonly onTouch: () => void
  readonly onBack: () => void
}

/** “Please go to window 5”, filling the screen, readable at arm's length. */
export const CalledScreen = ({ view, moves, onTouch, onBack }: CalledScreenProps) => {
  const t = useText(ticketTexts)
  const [asking, setAsking] = useState(false)
  const { before, figure, after } = view.window ?? { before: view.headline, figure: '', after: '' }
  return (
    <Page className='is-called' title={t('title')} onBack={onBack}>
      <View className='yc-called' onTouchStart={onTouch} onClick={onTouch}>
        <Text className='yc-called-number'>{view.number}</Text>
        <Text className='yc-called-words'>{before}</Text>
        {figure && <Text className='yc-called-figure'>{figure}</Text>}
        {after && <Text className='yc-called-words is-after'>{after}</Text>}
        {view.details.map((line) => <Text key={line} className='yc-called-detail'>{line}</Text>)}
        <Text className='yc-called-small'>{view.hallName} · {view.lineName}</Text>
        <Text className='yc-called-small'>{view.heard}</Text>
      </View>
      {moves.failure && <Notice tone='error'>{moves.failure.retry === 'same-key' ? t('noAnswer') : moves.failure.message}</Notice>}
      <Button kind='quiet' onPress={() => { onTouch(); setAsking(true) }}>{t('cannotCome')}</Button>
      <Confirm
        open={asking} danger busy={moves.busy === 'cancel'} title={t('cancelTitle')} text={t('cancelHow')} confirm={t('cancelYes')} cancel={t('cancelNo')}
        onConfirm={() => { void moves.make({ move: 'cancel' }).then(() => setAsking(false)) }} onCancel={() => setAsking(false)}
      />
    </Page>
  )
}
