import { View } from '@tarojs/components'
import type { SourceState } from '@shared/cases'
import { useLocalText, useText } from '@/i18n'
import { sourceTexts } from '@/i18n/cases'
import { now } from '@/platform'
import { Notice } from '@/ui'
import { missingSources } from './sourcesView'

/** Which systems are missing and of when their part is; nothing when all have answered. `coming`: more may still arrive. */
export const MissingSources = ({ sources, coming }: { sources: readonly SourceState[]; coming: boolean }) => {
  const say = useText(sourceTexts)
  const local = useLocalText()
  const missing = missingSources(sources, now(), { say, local })
  if (missing.length === 0) return null
  return (
    <View className='case-gap-below'>
      <Notice tone='attention' title={say('title')} action={<View className='case-small'>{say(coming ? 'comes' : 'later')}</View>}>{missing.join('\n')}</Notice>
    </View>
  )
}
