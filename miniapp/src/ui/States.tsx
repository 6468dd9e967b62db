import { useEffect, useState, type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { kitTexts } from '@/i18n/kit'
import { meaning } from './accessible'
import { Button } from './Button'
import { Icon, type IconName } from './Icon'

interface EmptyProps { readonly title: string; readonly text?: string; readonly icon?: IconName; readonly action?: ReactNode }

/** There is nothing, and that is fine: says so, and what one can do. */
export const Empty = ({ title, text, icon = 'info', action }: EmptyProps) => (
  <View className='yc-blank'>
    <Icon name={icon} />
    <Text className='yc-blank-title'>{title}</Text>
    {text && <Text className='yc-blank-text'>{text}</Text>}
    {action && <View className='yc-blank-action'>{action}</View>}
  </View>
)

/** So long nobody wonders yet. */
const SLOW_MS = 3_000

/** Bones of what is about to come, `rows` of them; and a word once it takes long, or people think it hangs. */
export const Loading = ({ rows = 3 }: { rows?: number }) => {
  const t = useText(kitTexts)
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <View>
      {/* Apart from what is busy, of which nothing is spoken until it no longer is; and there from the start, so that it is spoken when it comes. */}
      <View {...meaning({ role: 'status', live: 'polite' })}>{slow && <View className='yc-slow'><Text>{t('slow')}</Text></View>}</View>
      <View {...meaning({ role: 'status', label: t('loading'), busy: true })}>
        {Array.from({ length: rows }, (_, row) => (
          <View key={row}><View className='yc-bone is-first' /><View className='yc-bone' /><View className='yc-bone is-last' /></View>
        ))}
      </View>
    </View>
  )
}

interface SignInFirstProps {
  readonly title: string
  readonly text?: string
  readonly icon?: IconName
  /** Somebody was signed in here until the server said no: that is not for them to guess. */
  readonly ended: boolean
  readonly onSignIn: () => void
  /** Ways besides signing in. */
  readonly others?: ReactNode
}

/** Only for whoever is signed in: why, and the way to it; or that one was, and that nothing is lost. */
export const SignInFirst = ({ title, text, icon = 'person', ended, onSignIn, others }: SignInFirstProps) => {
  const t = useText(kitTexts)
  const ways = <><Button onPress={onSignIn}>{t('signIn')}</Button>{others}</>
  return ended ? <Empty icon='warning' title={t('endedTitle')} text={t('endedHow')} action={ways} /> : <Empty icon={icon} title={title} text={text} action={ways} />
}

interface ErrorStateProps {
  /** The sentence for people. */
  readonly message: string
  /** What they can do besides trying again. */
  readonly next?: string
  readonly onRetry?: () => void
  readonly busy?: boolean
  readonly requestId?: string
  /** Instead of trying again, e.g. signing in. */
  readonly action?: ReactNode
}

/** It did not work: what happened, what to do next, and a reference for the service desk. */
export const ErrorState = ({ message, next, onRetry, busy, requestId, action }: ErrorStateProps) => {
  const t = useText(kitTexts)
  return (
    <View className='yc-blank is-error' {...meaning({ role: 'alert' })}>
      <Icon name='warning' />
      <Text className='yc-blank-title'>{message}</Text>
      {next && <Text className='yc-blank-text'>{next}</Text>}
      {action && <View className='yc-blank-action'>{action}</View>}
      {onRetry && <View className='yc-blank-action'><Button kind='secondary' icon='refresh' busy={busy} onPress={onRetry}>{t('retry')}</Button></View>}
      {requestId && <Text className='yc-blank-reference'>{`${t('request', { id: requestId })}\n${t('requestHint')}`}</Text>}
    </View>
  )
}

interface OfflineBarProps {
  /** HH:mm: of when the page is. */
  readonly since?: string
  /** The network is there, but no good answer comes. */
  readonly troubled?: boolean
}

/** Says that nothing new comes: because the phone is offline, or because the other side has trouble. */
export const OfflineBar = ({ since, troubled = false }: OfflineBarProps) => {
  const t = useText(kitTexts)
  const said = since === undefined ? t(troubled ? 'troubled' : 'offline') : t(troubled ? 'troubledSince' : 'offlineSince', { time: since })
  return <View className='yc-offline' {...meaning({ role: 'status', live: 'polite' })}>{said}</View>
}
