import { Text } from '@tarojs/components'
import { useText } from '@/i18n'
import { realNameTexts } from '@/i18n/realName'
import { channel, openPage, pageUrl } from '@/platform'
import { Button, Section } from '@/ui'

/** Where there is no face check, the unified identity tells who somebody is. `signedInElsewhere`: by a host that could check the face. */
export const UnifiedPart = ({ next, signedInElsewhere }: { next: string; signedInElsewhere: boolean }) => {
  const t = useText(realNameTexts)
  const here = pageUrl('real-name', { next: next || undefined })
  return (
    <>
      <Text className='real-why'>{t('why')}</Text>
      <Section>
        <Text className='real-how'>{t(channel !== 'web' ? 'unifiedElsewhere' : signedInElsewhere ? 'faceElsewhere' : 'unified')}</Text>
        {channel === 'web' && <Button onPress={() => openPage('sign-in', { next: here })}>{t('unifiedGo')}</Button>}
      </Section>
    </>
  )
}
