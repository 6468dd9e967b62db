import { useEffect, useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'

/** Whether people can see this page: it is on top, the app in front, and on the web the browser's tab too. */
export const useVisible = (): boolean => {
  const [onTop, setOnTop] = useState(true)
  const [tabShown, setTabShown] = useState(true)
  useDidShow(() => setOnTop(true))
  useDidHide(() => setOnTop(false))
  useEffect(() => {
    if (TARGET !== 'h5') return undefined
    const follow = (): void => setTabShown(document.visibilityState !== 'hidden')
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => document.removeEventListener('visibilitychange', follow)
  }, [])
  return onTop && tabShown
}
