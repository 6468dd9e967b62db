import { MyDataScreen } from '@/capabilities/privacy/MyDataScreen'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'

const MyDataPage = () => {
  useCallWatch()
  return <MyDataScreen />
}

export default MyDataPage
