import { CasesScreen } from '@/capabilities/cases/CasesScreen'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'

const CasesPage = () => {
  useCallWatch()
  return <CasesScreen />
}

export default CasesPage
