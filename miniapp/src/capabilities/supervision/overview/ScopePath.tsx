import type { Overview } from '@shared/supervision'
import { useLocalText, useText } from '@/i18n'
import { overviewTexts } from '@/i18n/supervision'

interface ScopePathProps { readonly path: Overview['path']; readonly onScope: (scope: string) => void }

/** The way down from the city; each step leads back up. */
export const ScopePath = ({ path, onScope }: ScopePathProps) => {
  const t = useText(overviewTexts)
  const local = useLocalText()
  return (
    <nav className='sup-path' aria-label={t('path')}>
      <ol>
        {path.map(({ scope, name }, i) => (
          <li key={scope}>
            {i === path.length - 1
              ? <span className='sup-here' aria-current='location'>{local(name)}</span>
              : <button type='button' className='console-quiet' onClick={() => onScope(scope)}>{local(name)}</button>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
