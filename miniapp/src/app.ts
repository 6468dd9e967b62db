import type { PropsWithChildren } from 'react'
import { startPreferences } from '@/capabilities/preferences/preferences'
import { useKeptRatings } from '@/capabilities/ratings/useKeptRatings'
import { useLaunchCode } from '@/platform/launch'
import './app.scss'

startPreferences()

const App = ({ children }: PropsWithChildren) => {
  useLaunchCode()
  useKeptRatings()
  return children
}

export default App
