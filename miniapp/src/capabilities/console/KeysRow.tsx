import { consoleTexts } from '@/i18n/console'
import { useText } from '@/i18n'

/** One row that names every key. */
export const KeysRow = ({ keys }: { readonly keys: readonly { readonly key: string; readonly does: string }[] }) => {
  const t = useText(consoleTexts)
  return (
    <footer className='console-keys' aria-label={t('keys')} title={t('keysNote')}>
      {keys.map(({ key, does }) => <span key={key}><kbd>{key}</kbd> {does}</span>)}
    </footer>
  )
}
