import { Text, View } from '@tarojs/components'
import { MOST_AHEAD, URGENT } from '@shared/messageKinds'
import type { MessageSettings } from '@shared/messages'
import { useText } from '@/i18n'
import { kindHowTexts, kindTexts, messageSettingTexts } from '@/i18n/messageSettings'
import { List, Section, Stepper, SwitchRow } from '@/ui'
import { groups, withKind } from './settingsView'
import type { SettingsPage } from './useSettings'

/** A name, and a number to be changed beside it. */
export const NumberRow = ({ label, note, value, min, max, onChange, shown }: Parameters<typeof Stepper>[0] & { readonly note?: string }) => (
  <View className='yc-row message-number'>
    <View className='message-number-name'><Text className='yc-row-title'>{label}</Text>{note && <Text className='yc-row-note'>{note}</Text>}</View>
    <Stepper label={label} value={value} min={min} max={max} onChange={onChange} shown={shown} />
  </View>
)

/** Each kind of message, on or off, with a sentence of what it is. */
export const KindsPart = ({ settings, change }: { settings: MessageSettings; change: SettingsPage['change'] }) => {
  const t = useText(messageSettingTexts)
  const name = useText(kindTexts)
  const how = useText(kindHowTexts)
  const wanted = (kind: (typeof groups)[number]['kinds'][number]): boolean => URGENT.includes(kind) || !settings.off.includes(kind)
  return (
    <>
      {groups.map((group) => (
        <Section key={group.name} title={t(group.name)}>
          <List label={t(group.name)}>
            {group.kinds.flatMap((kind) => [
              <SwitchRow
                key={kind} title={name(kind)} note={URGENT.includes(kind) ? `${how(kind)} · ${t('always')}` : how(kind)} checked={wanted(kind)} disabled={URGENT.includes(kind)}
                onChange={(on) => change((now) => withKind(now, kind, on))}
              />,
              ...(kind === 'near' && wanted('near')
                ? [<NumberRow key='ahead' label={t('ahead')} value={settings.ahead} min={1} max={MOST_AHEAD} onChange={(ahead) => change((now) => ({ ...now, ahead }))} />]
                : []),
            ])}
          </List>
        </Section>
      ))}
    </>
  )
}
