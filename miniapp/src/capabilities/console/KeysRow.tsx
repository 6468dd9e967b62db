import { actTexts, consoleTexts } from '@/i18n/console'
import { useText } from '@/i18n'
import { type KeyAct, keyOf } from './keys'

const SHOWN: readonly KeyAct[] = ['next', 'recall', 'start', 'finish', 'miss', 'transfer', 'pause', 'open', 'close', 'desk', 'help']

/** One row that names every key. */
export const KeysRow = () => {
  const t = useText(consoleTexts)
  const act = useText(actTexts)
  return (
    <footer className='console-keys' aria-label={t('keys')} title={t('keysNote')}>
      {SHOWN.map((one) => <span key={one}><kbd>{keyOf[one]}</kbd> {act(one)}</span>)}
    </footer>
  )
}
