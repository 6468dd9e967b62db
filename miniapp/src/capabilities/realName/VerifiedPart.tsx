import { Text, View } from '@tarojs/components'
import type { RealNameView } from '@shared/realName'
import { useText } from '@/i18n'
import { useMomentName } from '@/i18n/dayName'
import { realNameTexts } from '@/i18n/realName'
import { goBackOr, openPage } from '@/platform'
import { Button, List, Notice, Row, Section } from '@/ui'

interface VerifiedPartProps {
  readonly realName: RealNameView
  /** Just now, on this page; `joined` with an account of theirs that was there before. */
  readonly fresh: 'verified' | 'joined' | null
  /** Where the citizen was going; empty when they came to see this. */
  readonly next: string
}

/** Who the citizen is, masked; by what that is known, and since when. */
export const VerifiedPart = ({ realName: { name, idMasked, by, at }, fresh, next }: VerifiedPartProps) => {
  const t = useText(realNameTexts)
  const { moment } = useMomentName()
  return (
    <>
      <View className='real-said'>
        <Notice tone='done' title={t(fresh === 'joined' ? 'joinedTitle' : fresh === 'verified' ? 'verifiedTitle' : 'done')}>{fresh === 'joined' ? t('joinedText') : t('why')}</Notice>
      </View>
      <List label={t('done')}>
        <Row title={t('name')} side={name} />
        <Row title={t('idNumber')} side={idMasked} />
        <Row title={t('by')} side={t(by === 'face' ? 'byFace' : 'byUnified')} />
        <Row title={t('at')} side={moment(at)} />
      </List>
      <Section>
        {(fresh || next !== '') && <Button onPress={() => goBackOr(next)}>{t('goOn')}</Button>}
        <Text className='real-small'>{t('erase')}</Text>
        <Button kind='quiet' onPress={() => openPage('privacy')}>{t('toPrivacy')}</Button>
      </Section>
    </>
  )
}
