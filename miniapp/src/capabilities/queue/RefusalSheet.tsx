import { Text } from '@tarojs/components'
import { useText } from '@/i18n'
import { takeTexts } from '@/i18n/queue'
import { kitTexts } from '@/i18n/kit'
import { Button, Sheet } from '@/ui'
import { waysOn, type TakeWay } from './refusal'
import type { TakePhase } from './useTake'

interface RefusalSheetProps { readonly phase: TakePhase; readonly onWay: (way: TakeWay) => void; readonly onClose: () => void }

/** No number was taken, or nobody knows yet: why, and every way on as a button. */
export const RefusalSheet = ({ phase, onWay, onClose }: RefusalSheetProps) => {
  const t = useText(takeTexts)
  const kit = useText(kitTexts)
  if (phase.step !== 'refused' && phase.step !== 'unknown') return null
  const ways = waysOn(phase.step === 'refused' ? phase.code : null)
  return (
    <Sheet
      open title={phase.step === 'refused' ? t('refused') : t('unknown')} onClose={onClose}
      actions={(
        <>
          {ways.map((way, index) => <Button key={way} kind={index === 0 ? 'primary' : 'secondary'} onPress={() => onWay(way)}>{t(way)}</Button>)}
          <Button kind='quiet' onPress={onClose}>{t('close')}</Button>
        </>
      )}
    >
      <Text>{phase.step === 'refused' ? phase.message : t('unknownWhy')}</Text>
      {phase.requestId && <Text className='yc-ticket-small'>{kit('request', { id: phase.requestId })} · {kit('requestHint')}</Text>}
    </Sheet>
  )
}
