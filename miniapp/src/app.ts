import type { PropsWithChildren } from 'react'
import { startPreferences } from '@/capabilities/preferences/preferences'
import { useKeptRatings } from '@/capabilities/ratings/useKeptRatings'
import { useLaunchCode } from '@/platform/launch'
import { watchPrivacy } from '@/platform/privacy'
import { startServiceWorker } from '@/platform/serviceWorker'
import './app.scss'

startPreferences()
watchPrivacy()
startServiceWorker()

const App = ({ children }: PropsWithChildren) => {
  useLaunchCode()
  useKeptRatings()
  return children
}

export default App
