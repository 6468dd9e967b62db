import { useLocalText, useText } from '@/i18n'
import { accountTexts, roleTexts } from '@/i18n/consoleAccounts'
import { Tag } from '@/ui'
import type { ConsoleApi } from '../api'
import { Frame } from '../Frame'
import { LanguageButton } from '../LanguageButton'
import { OwnFactor } from '../factor/OwnFactor'
import { NewsLine } from '../NewsLine'
import type { Staff } from '../staff'
import { useActs } from '../useActs'
import { AccountList } from './AccountList'
import { OwnPassword } from './OwnPassword'

interface AccountRoomProps { readonly api: ConsoleApi; readonly staff: Staff; readonly onBack: () => void; readonly onSessionOver: () => void }

const nothing = (): void => undefined

/** One's own account, and for operators everybody's. */
export const AccountRoom = ({ api, staff, onBack, onSessionOver }: AccountRoomProps) => {
  const t = useText(accountTexts)
  const role = useText(roleTexts)
  const local = useLocalText()
  const acts = useActs(onSessionOver, nothing)
  const operator = staff.role === 'operator'
  return (
    <Frame
      narrow={!operator}
      top={
        <>
          <span className='console-place'><b>{t('open')}</b></span>
          <button type='button' className='console-quiet' onClick={onBack}>{t('back')}</button>
          <LanguageButton />
        </>
      }
    >
      <p className='console-own'><b>{local(staff.name)}</b><span>{staff.account}</span><Tag tone='action'>{role(staff.role)}</Tag></p>
      <NewsLine {...acts} />
      <div className={operator ? 'console-columns' : undefined}>
        {operator && <section className='console-left' aria-label={t('accounts')}><AccountList api={api} own={staff.account} acts={acts} onSessionOver={onSessionOver} /></section>}
        <section className={operator ? 'console-right' : undefined} aria-label={t('own')}>
          <OwnFactor api={api} acts={acts} onSessionOver={onSessionOver} />
          <OwnPassword api={api} acts={acts} />
        </section>
      </div>
    </Frame>
  )
}
