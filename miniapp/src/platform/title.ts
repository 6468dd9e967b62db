import { useEffect, useRef } from 'react'
import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useLanguage } from '@/i18n'
import { useAppearance, type Appearance } from '@/ui'
import { quietly } from './quietly'
import { arriveAtPage, leavePage } from './web/arrival'

// As in theme.json, which the native bar follows by itself until the citizen chooses otherwise.
const bars = { light: { frontColor: '#000000', backgroundColor: '#ffffff' }, dark: { frontColor: '#ffffff', backgroundColor: '#14181f' } }

const colourBar = (theme: Appearance['theme']): void => {
  if (TARGET === 'h5') return
  quietly(() => {
    const shown = theme === 'auto' ? Taro.getSystemInfoSync().theme ?? 'light' : theme
    return Taro.setNavigationBarColor(bars[shown])
  })
}

/**
 * The title of the native bar or of the browser's tab, and the bar's colours; on the web the document's language too, and
 * where the focus goes as the page opens. Every page calls it.
 */
export const usePageTitle = (title: string): void => {
  const { theme } = useAppearance()
  const language = useLanguage()
  const page = useRef({})
  const apply = (): void => {
    quietly(() => Taro.setNavigationBarTitle({ title }))
    colourBar(theme)
    if (TARGET === 'h5') document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }
  useDidShow(() => {
    apply()
    if (TARGET === 'h5') arriveAtPage(page.current)
  })
  useDidHide(() => { if (TARGET === 'h5') leavePage(page.current) })
  useEffect(apply, [title, theme, language])
}
