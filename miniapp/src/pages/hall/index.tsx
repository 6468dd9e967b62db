import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { HallScreen } from '@/capabilities/halls/HallScreen'
import { presences } from '@/capabilities/presence/api'
import { openPage, usePageParam } from '@/platform'
import '@/capabilities/halls/halls.scss'

const Hall = () => {
  const hallId = usePageParam('hall')
  const held = (): boolean => presences.of(hallId) !== null
  const [canTake, setCanTake] = useState(held)
  // A proof of presence may have been won, used or have expired on another page.
  useDidShow(() => setCanTake(held()))
  return <HallScreen hallId={hallId} canTake={canTake} onScan={() => openPage('scan')} />
}

export default Hall
