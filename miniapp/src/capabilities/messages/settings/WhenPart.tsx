import { MOST_DAILY } from '@shared/messageKinds'
import type { MessageSettings } from '@shared/messages'
import { useText } from '@/i18n'
import { messageSettingTexts } from '@/i18n/messageSettings'
import { List, Section, SwitchRow } from '@/ui'
import { NumberRow } from './KindsPart'
import { minutesOf, spansMidnight, withQuiet, withQuietEnd } from './settingsView'
import type { SettingsPage } from './useSettings'

const DAY = 1440

/** Quiet hours, and how many a day. */
export const WhenPart = ({ settings, change }: { settings: MessageSettings; change: SettingsPage['change'] }) => {
  const t = useText(messageSettingTexts)
  const { quiet, cap } = settings
  const end = (which: 'from' | 'until', label: string, time: string) => {
    const minutes = minutesOf(time)
    // Both ends of the day are no ends here: it goes round the clock.
    return <NumberRow label={label} value={minutes} min={-1} max={DAY} shown={time} onChange={(next) => change((now) => withQuietEnd(now, which, next > minutes ? 1 : -1))} />
  }
  return (
    <Section title={t('when')}>
      <List label={t('when')}>
        <SwitchRow title={t('quiet')} note={t('quietNote')} checked={quiet !== null} onChange={(on) => change((now) => withQuiet(now, on))} />
        {quiet && end('from', t('from'), quiet.from)}
        {quiet && end('until', t(spansMidnight(quiet) ? 'untilNext' : 'until'), quiet.until)}
        <NumberRow label={t('cap')} note={t('capNote')} value={cap} min={1} max={MOST_DAILY} onChange={(most) => change((now) => ({ ...now, cap: most }))} />
      </List>
    </Section>
  )
}
