import { useText } from '@/i18n'
import { actTexts, consoleTexts } from '@/i18n/console'
import { ActButton } from './ActButton'
import { type Act, callsLeft, mainAct, refusalOf, type Standing } from './allowed'
import { keyOf } from './keys'

interface ActGridProps { readonly standing: Standing; readonly onAct: (act: Act) => void; readonly onDesk: () => void }

/** Every act in its place: the place of a button never changes, only whether it works. */
export const ActGrid = ({ standing, onAct, onDesk }: ActGridProps) => {
  const t = useText(consoleTexts)
  const name = useText(actTexts)
  const settled: Standing = { ...standing, acting: false }
  const main = mainAct(settled)
  const act = (one: Act, options: { readonly label?: string; readonly keyName?: string; readonly wide?: boolean; readonly note?: string } = {}) => (
    <ActButton
      keyName={options.keyName ?? keyOf[one]} refusal={refusalOf(one, settled)} busy={standing.acting} main={one === main}
      wide={options.wide} note={options.note} onPress={() => onAct(one)}
    >
      {options.label ?? name(one)}
    </ActButton>
  )
  const left = standing.ticket?.state === 'called' ? callsLeft(standing.ticket.calls, standing.callsBeforeMissed) : 0
  return (
    <div className='console-acts' role='group' aria-label={t('currentNumber')}>
      {standing.window === 'closed' ? act('open', { wide: true }) : act('next', { wide: true })}
      {act('start')}
      {act('finish')}
      {act('recall')}
      {act('miss', { note: left > 0 ? t('callsLeft', { n: left }) : undefined })}
      {act('transfer')}
      {standing.window === 'paused' ? act('open', { label: name('resume'), keyName: keyOf.pause }) : act('pause')}
      {act('close')}
      <ActButton keyName={keyOf.desk} refusal={null} busy={standing.acting} onPress={onDesk}>{name('desk')}</ActButton>
    </div>
  )
}
