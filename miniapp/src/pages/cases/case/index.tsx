import { useState } from 'react'
import type { CaseAsk } from '@/capabilities/cases/api'
import { CaseScreen } from '@/capabilities/cases/CaseScreen'
import { proofs } from '@/capabilities/cases/proofs'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { pageUrl, usePageParam } from '@/platform'

/** A case of mine or of a visit is named by the address; a receipt’s never is. */
const CasePage = () => {
  const caseNo = usePageParam('no')
  const personId = usePageParam('person')
  const ticketId = usePageParam('ticket')
  const [proof] = useState(proofs.read)
  useCallWatch()
  const named = caseNo !== '' || ticketId !== ''
  const ask: CaseAsk | null = caseNo !== '' ? { kind: 'mine', caseNo, personId: personId || 'self' }
    : ticketId !== '' ? { kind: 'visit', ticketId } : proof && { kind: 'receipt', receipt: proof.receipt }
  const here = pageUrl('case', { no: caseNo || undefined, person: personId || undefined, ticket: ticketId || undefined })
  return <CaseScreen key={here} ask={ask} first={named ? null : proof?.answer ?? null} here={here} />
}

export default CasePage
