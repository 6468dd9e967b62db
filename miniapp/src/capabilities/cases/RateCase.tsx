import type { CaseDetail } from '@shared/cases'
import { decidedStates } from '@shared/caseStates'
import { useText } from '@/i18n'
import { caseTexts } from '@/i18n/cases'
import { openPage } from '@/platform'
import { Button, Section } from '@/ui'
import type { CaseAsk } from './api'

/** Once it is decided, the way to rating how the case was handled; a receipt's number and name stand in no address. */
export const RateCase = ({ ask, found }: { ask: CaseAsk; found: CaseDetail }) => {
  const t = useText(caseTexts)
  if (!decidedStates.includes(found.state)) return null
  const params = ask.kind === 'receipt' ? { receipt: 'last' } : { case: found.caseNo, person: ask.kind === 'mine' ? ask.personId : 'self' }
  return <Section><Button kind='secondary' icon='star' onPress={() => openPage('rate', params)}>{t('rateCase')}</Button></Section>
}
