import { View } from '@tarojs/components'
import { useText } from '@/i18n'
import { rateTexts } from '@/i18n/ratings'
import { openPage } from '@/platform'
import { keepsNothing } from '@/platform/storage'
import { Button, Notice, Section } from '@/ui'
import { addressOf } from './addressOf'
import type { KeptRating } from './keptRatings'
import { RatingSummary } from './RatingSummary'
import { needsSession } from './subject'

interface WaitingPartProps { readonly kept: KeptRating; readonly busy: boolean; readonly signedIn: boolean; readonly onSend: () => void }

/** A rating that has not arrived: that it waits, what it waits for, and what it says. */
export const WaitingPart = ({ kept, busy, signedIn, onSend }: WaitingPartProps) => {
  const t = useText(rateTexts)
  const signIn = needsSession(kept.subject) && !signedIn
  const how = signIn ? 'waitingSignIn' : needsSession(kept.subject) && !keepsNothing() ? 'waitingHow' : 'waitingHere'
  return (
    <>
      <Notice tone='attention' title={t('waiting')}>{t(how)}</Notice>
      <View className='rate-gap'>
        {signIn
          ? <Button onPress={() => openPage('sign-in', { next: addressOf(kept.subject) })}>{t('signIn')}</Button>
          : <Button busy={busy} icon='refresh' onPress={onSend}>{busy ? t('sending') : t('sendNow')}</Button>}
      </View>
      <Section title={t('yours')}><RatingSummary said={kept.body} notes={[]} /></Section>
    </>
  )
}
