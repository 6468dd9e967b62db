import { presences } from '@/capabilities/presence/api'
import { TakeScreen } from '@/capabilities/queue/TakeScreen'
import { usePageParam } from '@/platform'

const TakePage = () => {
  const hallId = usePageParam('hall')
  // Another hall is another page, with nothing left over from the one before.
  return <TakeScreen key={hallId} hallId={hallId} itemId={usePageParam('item')} presenceOf={presences.of} dropPresence={presences.drop} />
}

export default TakePage
