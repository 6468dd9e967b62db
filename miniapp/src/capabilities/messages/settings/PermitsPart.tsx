import { Text, View } from '@tarojs/components'
import type { MessagePermit } from '@shared/messages'
import { useText } from '@/i18n'
import { kitTexts } from '@/i18n/kit'
import { kindTexts, permitTexts } from '@/i18n/messageSettings'
import { canOpenSettings, openSettings } from '@/platform/settings'
import { Button, List, Loading, meaning, Notice, Section } from '@/ui'
import { usePermits, type PermitSaid } from './usePermits'

interface PermitRowProps { readonly permit: MessagePermit; readonly said: PermitSaid | null; readonly busy: boolean; readonly onAllow: () => void }

const PermitRow = ({ permit, said, busy, onAllow }: PermitRowProps) => {
  const t = useText(permitTexts)
  const kit = useText(kitTexts)
  const kind = useText(kindTexts)
  const { lasting, refused, left } = permit
  const kinds = permit.kinds.map((one) => kind(one)).join(kit('comma'))
  const stand = lasting ? t('lasting') : refused ? t('refused') : left > 0 ? t('left', { n: left }) : t('nothingLeft')
  return (
    <View className='yc-row'>
      <View className='yc-row-main'>
        <Text className='yc-row-title'>{kinds}</Text>
        <Text className='yc-row-note'>{stand}</Text>
        {refused && <Text className='message-line'>{t('refusedHow')}</Text>}
        <View className='message-permit-acts'>
          {refused && canOpenSettings && <Button small kind='secondary' onPress={() => { void openSettings() }}>{t('settings')}</Button>}
          {!lasting && <Button small kind='secondary' busy={busy} label={t(refused ? 'againLabel' : 'moreLabel', { kinds })} onPress={onAllow}>{t(refused ? 'again' : 'more')}</Button>}
        </View>
        <View {...meaning({ live: 'polite' })}>{said && <Text className='message-line'>{t(said)}</Text>}</View>
      </View>
    </View>
  )
}

/** What the host lets through, what a refusal means, and how to allow more. */
export const PermitsPart = () => {
  const t = useText(permitTexts)
  const kit = useText(kitTexts)
  const { data, failure, loading, reload, carried, said, busy, allow } = usePermits()
  if (!carried) return <Section title={t('title')}><Notice>{t('web')}</Notice></Section>
  const again = <Button kind='secondary' small icon='refresh' busy={loading} onPress={reload}>{kit('retry')}</Button>
  return (
    <Section title={t('title')}>
      <Text className='message-intro'>{data?.length === 0 ? t('none') : t('why')}</Text>
      {!data && !failure && <Loading rows={2} />}
      {!data && failure && <Notice tone='attention' title={t('failed')} action={again}>{failure.message}</Notice>}
      {data && data.length > 0 && (
        <List label={t('title')}>
          {data.map((permit) => (
            <PermitRow
              key={permit.templateId} permit={permit} busy={busy === permit.templateId} onAllow={() => allow(permit.templateId)}
              said={said?.templateId === permit.templateId ? said.what : null}
            />
          ))}
        </List>
      )}
    </Section>
  )
}
