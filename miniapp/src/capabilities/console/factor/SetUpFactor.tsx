import { useState } from 'react'
import { useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { factorTexts } from '@/i18n/consoleFactor'
import type { Answer } from '@/platform/api'
import type { ConsoleApi } from '../api'
import type { Acts } from '../useActs'
import { ConfirmFactor } from './ConfirmFactor'
import { ProveFactor } from './ProveFactor'
import { problemOf } from './problem'

interface SetUpFactorProps {
  readonly api: ConsoleApi
  readonly acts: Acts
  /** There is one already, whose code is asked for. */
  readonly renews: boolean
  /** The password, where it was given a moment ago: it is not asked for again. */
  readonly given: string | null
  readonly onDone: (own: Answer<'confirmSecondFactor'>) => void
}

/** The two steps to a second factor: who one is, and the first code. */
export const SetUpFactor = ({ api, acts, renews, given, onDone }: SetUpFactorProps) => {
  const t = useText(factorTexts)
  const tc = useText(consoleTexts)
  const [begun, setBegun] = useState<Answer<'beginSecondFactor'> | null>(null)
  const problem = problemOf(acts, tc('confirming'))
  if (begun === null) {
    return (
      <ProveFactor
        note={<>{renews ? <p>{t('renewNote')}</p> : <p>{t('what')}</p>}<p>{t('prepare')}</p></>}
        asksCode={renews} given={given} act={t('begin')} acting={acts.acting} problem={problem}
        onProve={(password, otp) => { void acts.perform({ send: () => api.beginFactor(password, otp), done: () => null, then: setBegun }) }}
      />
    )
  }
  const confirm = (otp: string): void => {
    void acts.perform({ send: () => api.confirmFactor(begun.enrolmentId, otp), done: () => t('done'), then: onDone })
  }
  return <ConfirmFactor begun={begun} acting={acts.acting} problem={problem} onConfirm={confirm} />
}
