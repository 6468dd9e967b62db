import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useLanguage, useText } from '@/i18n'
import { kitTexts } from '@/i18n/kit'
import { classes, meaning } from './accessible'
import { useAppearance } from './appearance'
import { Header } from './Header'

interface PageProps {
  readonly children: ReactNode
  /** Shown on the web, where there is no native bar; leave it out on the tabs. */
  readonly title?: string
  /** On the web, a subpage's way back. */
  readonly onBack?: () => void
  /** A main action that stays in reach at the bottom. */
  readonly foot?: ReactNode
  /** The tab bar. */
  readonly tabs?: ReactNode
  /** Shown over the content, e.g. `OfflineBar`. */
  readonly banner?: ReactNode
  /** Without padding, for a page that fills the screen. */
  readonly flush?: boolean
  readonly className?: string
}

/** Wraps every page: theme, large type, language, padding, one column on a wide screen. */
export const Page = ({ children, title, onBack, foot, tabs, banner, flush = false, className }: PageProps) => {
  const { large, theme } = useAppearance()
  const language = useLanguage()
  const t = useText(kitTexts)
  const tongue: Record<string, string> = TARGET === 'h5' ? { lang: language === 'zh' ? 'zh-CN' : 'en' } : {}
  return (
    <View className={classes('yc-page', `is-${theme}`, large && 'is-large', `is-${language}`, className)} {...tongue}>
      {TARGET === 'h5' && title !== undefined && <Header title={title} onBack={onBack} />}
      {banner}
      <View className={classes('yc-page-body', flush && 'is-flush')} {...meaning({ role: 'main' })}>{children}</View>
      {foot && <View className='yc-page-foot' {...meaning({ role: 'region', label: t('foot') })}><View className='yc-page-foot-inner'>{foot}</View></View>}
      {tabs}
    </View>
  )
}

interface SectionProps { readonly title?: string; readonly note?: string; readonly side?: ReactNode; readonly children: ReactNode }

/** A titled part of a page. */
export const Section = ({ title, note, side, children }: SectionProps) => (
  <View className='yc-section'>
    {(title || side) && (
      <View className='yc-section-head'>
        <View>
          {title && <View className='yc-section-title' {...meaning({ role: 'heading', level: 2 })}>{title}</View>}
          {note && <View className='yc-section-note'>{note}</View>}
        </View>
        {side}
      </View>
    )}
    {children}
  </View>
)
