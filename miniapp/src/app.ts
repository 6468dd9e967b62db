import type { PropsWithChildren } from 'react'
import { startPreferences } from '@/capabilities/preferences/preferences'
import { useLaunchCode } from '@/platform/launch'
import './app.scss'

startPreferences()

const App = ({ children }: PropsWithChildren) => {
  useLaunchCode()
  return children
}

export default App
