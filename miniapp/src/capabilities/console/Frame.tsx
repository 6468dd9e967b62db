import type { ReactNode } from 'react'
import { useLanguage } from '@/i18n'
import { classes, useAppearance } from '@/ui'

interface FrameProps { readonly top: ReactNode; readonly children: ReactNode; readonly narrow?: boolean }

/** The console's page: a bar on top, the work below. Plain HTML elements, for the console runs in browsers only. */
export const Frame = ({ top, children, narrow = false }: FrameProps) => {
  const language = useLanguage()
  const { large, theme } = useAppearance()
  return (
    <div className={classes('yc-page', 'console', `is-${theme}`, large && 'is-large', `is-${language}`)} lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <header className='console-top'>{top}</header>
      <main className={classes('console-main', narrow && 'is-narrow')}>{children}</main>
    </div>
  )
}
