import { Text, View } from '@tarojs/components'
import type { CaseDetail } from '@shared/cases'
import { useText } from '@/i18n'
import { caseTexts } from '@/i18n/cases'
import { openPage } from '@/platform'
import { classes, Icon, meaning, pressable, Section, useSpoken } from '@/ui'
import type { CaseViewWords } from './caseView'
import { stopsOf, timelineOf, type Entry } from './timelineView'

const Step = ({ entry, ticketId }: { entry: Entry; ticketId: string | null }) => {
  const t = useText(caseTexts)
  const spoken = useSpoken()
  const { status, title, note, remark, opens } = entry
  const open = opens !== null && ticketId !== null ? () => openPage(opens, { id: ticketId }) : undefined
  return (
    <View
      className={classes('case-step', `is-${status}`, open && 'yc-pressable')}
      {...meaning({ role: open ? 'link' : 'listitem', label: spoken(title, t(status), note, remark) })} {...pressable(open)}
    >
      <View className='case-step-rail' />
      <View className='case-step-mark'>{status === 'done' && <Icon name='check' />}</View>
      <View className='case-step-words'>
        <Text className='case-step-title'>{title}</Text>
        {note && <Text className='case-small'>{note}</Text>}
        {remark && <Text className='case-small'>{remark}</Text>}
      </View>
      {open && <Icon name='next' />}
    </View>
  )
}

/** What happened, what happens now, what is to come; and the time that does not count. */
export const Timeline = ({ found, words }: { found: CaseDetail; words: CaseViewWords }) => {
  const t = useText(caseTexts)
  const stops = stopsOf(found, words)
  const ticketId = found.visit?.ticketId ?? null
  return (
    <>
      <Section title={t('timeline')}>
        <View {...meaning({ role: 'list' })}>{timelineOf(found, words).map((entry) => <Step key={entry.key} entry={entry} ticketId={ticketId} />)}</View>
      </Section>
      {stops.length > 0 && (
        <Section title={t('stops')}>
          {stops.map(({ reason, span, note }) => (
            <View key={`${reason}${span}`} className='case-ask'>
              <Text className='case-stop'>{reason}</Text>
              <Text className='case-small'>{span}</Text>
              {note && <Text className='case-small'>{note}</Text>}
            </View>
          ))}
        </Section>
      )}
    </>
  )
}
