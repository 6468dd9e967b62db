import { useEffect } from 'react'
import Taro, { useDidShow } from '@tarojs/taro'
import { useAppearance, type Appearance } from '@/ui'
import { quietly } from './quietly'

// As in theme.json, which the native bar follows by itself until the citizen chooses otherwise.
const bars = { light: { frontColor: '#000000', backgroundColor: '#ffffff' }, dark: { frontColor: '#ffffff', backgroundColor: '#14181f' } }

const colourBar = (theme: Appearance['theme']): void => {
  if (TARGET === 'h5') return
  quietly(() => {
    const shown = theme === 'auto' ? Taro.getSystemInfoSync().theme ?? 'light' : theme
    return Taro.setNavigationBarColor(bars[shown])
  })
}

/** The title of the native bar or of the browser's tab, and the bar's colours. Every page calls it. */
export const usePageTitle = (title: string): void => {
  const { theme } = useAppearance()
  const apply = (): void => {
    quietly(() => Taro.setNavigationBarTitle({ title }))
    colourBar(theme)
  }
  useDidShow(apply)
  useEffect(apply, [title, theme])
}
