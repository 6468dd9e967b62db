import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { CaseDetail } from '@shared/cases'
import { serviceDay } from '@shared/time'
import { useLocalText, useText } from '@/i18n'
import { caseTexts, wayTexts } from '@/i18n/cases'
import { openPage, useRemote } from '@/platform'
import { canOpenMap, copyText, openMap } from '@/platform/directions'
import { Button, Card, Notice, Section } from '@/ui'
import { readHall } from './api'
import type { CaseWords } from './caseWords'

/** The hall in which a result lies: its name and address, its page, the way there. */
const AtHall = ({ hallId }: { hallId: string }) => {
  const t = useText(caseTexts)
  const local = useLocalText()
  const { data: hall } = useRemote(`result-hall/${hallId}`, () => readHall(hallId))
  const [copied, setCopied] = useState<boolean | null>(null)
  const go = (): void => {
    if (!hall) return
    if (canOpenMap) openMap({ place: hall.place, name: local(hall.name), address: local(hall.address) })
    else void copyText(local(hall.address)).then(setCopied)
  }
  return (
    <>
      {hall && <Text className='case-small' userSelect>{`${local(hall.name)} · ${local(hall.address)}`}</Text>}
      <View className='case-buttons'>
        <Button kind='secondary' icon='hall' onPress={() => openPage('hall', { hall: hallId })}>{t('hall')}</Button>
        {hall && <Button kind='secondary' icon='place' onPress={go}>{t(canOpenMap ? 'directions' : 'copyAddress')}</Button>}
      </View>
      {copied !== null && <View className='case-gap'><Notice tone={copied ? 'done' : 'attention'}>{t(copied ? 'copied' : 'copyFailed')}</Notice></View>}
    </>
  )
}

/** What was decided and why, and how to get it. */
export const ResultPart = ({ found, words }: { found: CaseDetail; words: CaseWords }) => {
  const t = useText(caseTexts)
  const way = useText(wayTexts)
  const { result, asOf } = found
  if (!result) return null
  const day = (text: string): string => words.dayName(text, serviceDay(asOf))
  const granted = result.outcome === 'granted'
  return (
    <Section title={t('result')}>
      <Notice tone={granted ? 'done' : 'attention'} title={t(granted ? 'grantedOn' : 'refusedOn', { day: day(result.on) })}>
        {[result.document, result.reason && t('reason', { reason: result.reason })].filter(Boolean).join('\n')}
      </Notice>
      {result.collectedOn !== null && <Text className='case-line'>{t('collectedOn', { day: day(result.collectedOn) })}</Text>}
      {result.collectedOn === null && result.ways.map(({ way: how, place, note, hallId }) => (
        <View key={`${how}${place}`} className='case-gap'>
          <Card>
            <Text className='case-track-name'>{way(how)}</Text>
            {place && <Text className='case-line'>{place}</Text>}
            {note && <Text className='case-small'>{note}</Text>}
            {hallId !== null && <AtHall hallId={hallId} />}
          </Card>
        </View>
      ))}
    </Section>
  )
}
