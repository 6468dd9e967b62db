import { Text } from '@tarojs/components'
import { useLocalText, useText } from '@/i18n'
import { takeTexts } from '@/i18n/queue'
import { kitTexts } from '@/i18n/kit'
import { Button, Sheet } from '@/ui'
import { earlierWays, waysOn, type TakeWay } from './refusal'
import type { TakePhase } from './useTake'

interface RefusalSheetProps { readonly phase: TakePhase; readonly onWay: (way: TakeWay) => void; readonly onClose: () => void }

/** What the sheet says, and the ways on as buttons; null when there is nothing to say. */
const useSaid = (phase: TakePhase): { readonly title: string; readonly text: string; readonly next?: string; readonly ways: readonly TakeWay[]; readonly requestId?: string } | null => {
  const t = useText(takeTexts)
  const local = useLocalText()
  switch (phase.step) {
    case 'refused': return { title: t('refused'), text: phase.message, ways: waysOn(phase.code), requestId: phase.requestId }
    case 'unknown': return { title: t('unknown'), text: phase.message ?? t('unknownWhy'), next: t('unknownNext'), ways: waysOn(null), requestId: phase.requestId }
    case 'earlier': {
      const { number, lineName } = phase.ticket
      return { title: t('earlier', { number }), text: t('earlierWhy', { number, line: local(lineName) }), ways: earlierWays }
    }
    default: return null
  }
}

/** No number was taken, or nobody knows yet, or another than wished: why, and every way on as a button. */
export const RefusalSheet = ({ phase, onWay, onClose }: RefusalSheetProps) => {
  const t = useText(takeTexts)
  const kit = useText(kitTexts)
  const said = useSaid(phase)
  if (!said) return null
  return (
    <Sheet
      open title={said.title} onClose={onClose}
      actions={(
        <>
          {said.ways.map((way, index) => <Button key={way} kind={index === 0 ? 'primary' : 'secondary'} onPress={() => onWay(way)}>{t(way)}</Button>)}
          <Button kind='quiet' onPress={onClose}>{t('close')}</Button>
        </>
      )}
    >
      <Text>{said.text}</Text>
      {said.next && <Text className='yc-row-note'>{said.next}</Text>}
      {said.requestId && <Text className='yc-ticket-small'>{kit('request', { id: said.requestId })} · {kit('requestHint')}</Text>}
    </Sheet>
  )
}
