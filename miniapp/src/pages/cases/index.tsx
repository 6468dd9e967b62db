import { CasesScreen } from '@/capabilities/cases/CasesScreen'
import { useAllow } from '@/capabilities/messages/asking/useAllow'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'

const CasesPage = () => {
  const allow = useAllow()
  useCallWatch()
  return <CasesScreen allow={(caseNo) => allow('case', caseNo)} />
}

export default CasesPage
