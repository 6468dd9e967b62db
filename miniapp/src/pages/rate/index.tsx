import { useState } from 'react'
import { CaseOfVisit } from '@/capabilities/cases/CaseOfVisit'
import { proofs } from '@/capabilities/cases/proofs'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { RateScreen } from '@/capabilities/ratings/RateScreen'
import { ReceiptGone } from '@/capabilities/ratings/ReceiptGone'
import type { RatingSubject } from '@/capabilities/ratings/subject'
import { WindowScreen } from '@/capabilities/ratings/WindowScreen'
import { usePageParam } from '@/platform'

const visit = (ticketId: string) => <RateScreen key={ticketId} subject={{ kind: 'visit', ticketId }} caseOfVisit={<CaseOfVisit ticketId={ticketId} />} />

/** A visit, a case and a window are named by the address; a receipt never is. */
const RatePage = () => {
  const ticketId = usePageParam('id')
  const caseNo = usePageParam('case')
  const personId = usePageParam('person') || 'self'
  const hallId = usePageParam('hall')
  const windowId = usePageParam('window')
  const byReceipt = usePageParam('receipt') !== ''
  const [proof] = useState(proofs.read)
  useCallWatch()
  if (byReceipt && proof === null) return <ReceiptGone />
  if (hallId !== '' && windowId !== '') return <WindowScreen hallId={hallId} windowId={windowId} rate={visit} />
  const other: RatingSubject | null = caseNo !== '' ? { kind: 'case', caseNo, personId }
    : byReceipt && proof ? { kind: 'receipt', receipt: proof.receipt, itemName: proof.answer.case.itemName } : null
  return other ? <RateScreen subject={other} /> : visit(ticketId)
}

export default RatePage
