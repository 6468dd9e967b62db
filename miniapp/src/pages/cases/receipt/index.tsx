import { ReceiptScreen } from '@/capabilities/cases/ReceiptScreen'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'

const ReceiptPage = () => {
  useCallWatch()
  return <ReceiptScreen />
}

export default ReceiptPage
