import { useState } from 'react'
import { CaseOfVisit } from '@/capabilities/cases/CaseOfVisit'
import { proofs } from '@/capabilities/cases/proofs'
import { useAllow } from '@/capabilities/messages/asking/useAllow'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { RateScreen } from '@/capabilities/ratings/RateScreen'
import { ReceiptGone } from '@/capabilities/ratings/ReceiptGone'
import type { RatingSubject } from '@/capabilities/ratings/subject'
import { WindowScreen } from '@/capabilities/ratings/WindowScreen'
import { usePageParam } from '@/platform'

/** A visit, a case and a window are named by the address; a receipt never is. */
const RatePage = () => {
  const ticketId = usePageParam('id')
  const caseNo = usePageParam('case')
  const personId = usePageParam('person') || 'self'
  const hallId = usePageParam('hall')
  const windowId = usePageParam('window')
  const byReceipt = usePageParam('receipt') !== ''
  const [proof] = useState(proofs.read)
  const allow = useAllow()
  useCallWatch()
  const visit = (visited: string) => (
    <RateScreen key={visited} subject={{ kind: 'visit', ticketId: visited }} caseOfVisit={<CaseOfVisit ticketId={visited} />} allow={() => allow('rate', visited)} />
  )
  if (byReceipt && proof === null) return <ReceiptGone />
  if (hallId !== '' && windowId !== '') return <WindowScreen hallId={hallId} windowId={windowId} rate={visit} />
  const other: RatingSubject | null = caseNo !== '' ? { kind: 'case', caseNo, personId }
    : byReceipt && proof ? { kind: 'receipt', receipt: proof.receipt, itemName: proof.answer.case.itemName } : null
  return other ? <RateScreen subject={other} allow={() => allow('rate', caseNo)} /> : visit(ticketId)
}

export default RatePage
