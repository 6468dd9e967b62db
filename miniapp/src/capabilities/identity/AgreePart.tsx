import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { signInTexts } from '@/i18n/signIn'
import { channel, openPage } from '@/platform'
import { Button, CheckboxRow, List } from '@/ui'

export interface Agreed { readonly guide: boolean; readonly keepIdNumber: boolean }
interface AgreePartProps { readonly agreed: Agreed; readonly onChange: (agreed: Agreed) => void }

/** What is read and why, in short, with the way to the whole guide; and the ticks, none of which is set beforehand. */
export const AgreePart = ({ agreed, onChange }: AgreePartProps) => {
  const t = useText(signInTexts)
  return (
    <View className='signin-agree'>
      <Text className='signin-short'>{t(channel === 'web' ? 'shortWeb' : 'shortHost')}</Text>
      <Button kind='quiet' onPress={() => openPage('privacy-guide')}>{t('readGuide')}</Button>
      <List label={t('agreements')}>
        <CheckboxRow title={t('agree')} note={t('agreeNote')} checked={agreed.guide} onChange={(guide) => onChange({ ...agreed, guide })} />
        {channel === 'web' && (
          <CheckboxRow title={t('keepIdNumber')} note={t('keepIdNumberNote')} checked={agreed.keepIdNumber} onChange={(keepIdNumber) => onChange({ ...agreed, keepIdNumber })} />
        )}
      </List>
    </View>
  )
}
