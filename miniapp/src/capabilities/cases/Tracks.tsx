import { Text, View } from '@tarojs/components'
import type { CaseDetail, SourceState } from '@shared/cases'
import { useText } from '@/i18n'
import { caseTexts } from '@/i18n/cases'
import { now } from '@/platform'
import { Card, Section, Tag, useSpoken } from '@/ui'
import { isPast } from './casesView'
import { momentName, promiseOf, standOf, type CaseWords } from './caseWords'

interface TracksProps { readonly tracks: CaseDetail['tracks']; readonly sources: readonly SourceState[]; readonly words: CaseWords }

/** The departments that handle a case at once, each by its own clock; the one that holds the case up first and by its name. */
export const Tracks = ({ tracks, sources, words }: TracksProps) => {
  const t = useText(caseTexts)
  const spoken = useSpoken()
  if (tracks.length === 0) return null
  const ordered = [...tracks].sort((a, b) => Number(b.holdsUp) - Number(a.holdsUp))
  return (
    <Section title={t('tracks')} note={t('tracksHow', { n: tracks.length })}>
      {ordered.map((track) => {
        const { department, holdsUp, note, sourceId, asOf } = track
        const past = sourceId !== null && isPast([sourceId], sources)
        const stand = standOf(track, false, words)
        const promise = promiseOf(track.promise, asOf, words)
        const when = past ? words.say('asOf', { time: momentName(asOf, now()) }) : null
        return (
          <Card key={`${department}${sourceId ?? ''}`} tone={past ? 'wash' : 'plain'} label={spoken(department, holdsUp && t('holdsUp'), stand.text, promise?.text, note, when)}>
            <View className='case-track-head'>
              <Text className='case-track-name'>{department}</Text>
              {holdsUp && <Tag tone='attention'>{t('holdsUp')}</Tag>}
            </View>
            <Text className='case-line'>{stand.text}</Text>
            {promise && <Text className={`case-line tone-${past ? 'plain' : promise.tone}`}>{promise.text}</Text>}
            {note && <Text className='case-small'>{note}</Text>}
            {when && <Text className='case-small'>{when}</Text>}
          </Card>
        )
      })}
    </Section>
  )
}
