import { GuideScreen } from '@/capabilities/guides/GuideScreen'
import { useCallWatch } from '@/capabilities/queue/useCallWatch'
import { usePageParam } from '@/platform'

const GuidePage = () => {
  const itemId = usePageParam('item')
  useCallWatch()
  return <GuideScreen key={itemId} itemId={itemId} />
}

export default GuidePage
