import { useAllow } from '@/capabilities/messages/asking/useAllow'
import { presences } from '@/capabilities/presence/api'
import { TakeScreen } from '@/capabilities/queue/TakeScreen'
import { usePageParam } from '@/platform'

const TakePage = () => {
  const hallId = usePageParam('hall')
  const allow = useAllow()
  // Another hall is another page, with nothing left over from the one before.
  return <TakeScreen key={hallId} hallId={hallId} itemId={usePageParam('item')} presenceOf={presences.of} presenceOver={presences.isOver} dropPresence={presences.drop} allow={() => allow('take')} />
}

export default TakePage
