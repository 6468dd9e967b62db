import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { takeTexts } from '@/i18n/queue'
import { Button, Notice } from '@/ui'
import { waitOf } from './LinePart'
import type { TakePhase } from './useTake'
import type { TakePage } from './useTakePage'

interface TakeFootProps {
  readonly page: TakePage
  readonly phase: TakePhase
  readonly scanned: boolean
  /** Why scanning gave nothing; null when it did. */
  readonly trouble: string | null
  readonly onTake: () => void
  readonly onScan: () => void
  /** To the number held in this line already. */
  readonly onMine: () => void
}

/** The line one is about to join, and the one big button. */
export const TakeFoot = ({ page, phase, scanned, trouble, onTake, onScan, onMine }: TakeFootProps) => {
  const t = useText(takeTexts)
  const chosen = page.lines.find(({ lineId }) => lineId === page.line?.lineId)
  const kind = page.held ? 'quiet' : 'primary'
  const sending = phase.step === 'sending' || phase.step === 'checking'
  const shut = page.shut !== null || page.wish === null || chosen === undefined || chosen.shut !== null
  return (
    <View>
      {phase.step === 'checking' && <Notice tone='attention'>{t('checking')}</Notice>}
      {trouble && <Notice tone='attention'>{trouble}</Notice>}
      {page.shut === null && chosen?.shut && <Notice tone='attention'>{t('lineShut', { line: chosen.name, why: chosen.shut })}</Notice>}
      {chosen && (
        <View className='yc-take-summary'>
          <Text>{chosen.name}</Text>
          <Text className='yc-take-summary-side'>{waitOf(chosen) ?? ''}</Text>
        </View>
      )}
      {page.held && <Button onPress={onMine}>{t('myTicket')}</Button>}
      {scanned
        ? <Button icon='ticket' kind={kind} busy={sending} disabled={shut} onPress={onTake}>{sending ? t('sending') : t('take')}</Button>
        : <Button icon='scan' kind={kind} busy={sending} disabled={page.shut !== null} onPress={onScan}>{t('takeByScan')}</Button>}
    </View>
  )
}
