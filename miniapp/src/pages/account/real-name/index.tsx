import { RealNameScreen } from '@/capabilities/realName/RealNameScreen'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { usePageParam } from '@/platform'

const RealNamePage = () => {
  const next = usePageParam('next')
  useCallWatch()
  return <RealNameScreen next={next} />
}

export default RealNamePage
