import { DeleteScreen } from '@/capabilities/privacy/DeleteScreen'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'

const DeleteMePage = () => {
  useCallWatch()
  return <DeleteScreen />
}

export default DeleteMePage
