import type { Withdrawal } from '@shared/guides'
import { useLocalText, useText } from '@/i18n'
import { guideTexts } from '@/i18n/guides'
import { openPage } from '@/platform'
import { Button, Notice } from '@/ui'

/** Since when it is done no more, why, and what to ask for instead. */
export const GuideWithdrawn = ({ withdrawn, since }: { withdrawn: Withdrawal; since: string }) => {
  const t = useText(guideTexts)
  const local = useLocalText()
  const { reason, replacedBy } = withdrawn
  const instead = replacedBy.map(({ itemId, name }) => <Button key={itemId} kind='secondary' onPress={() => openPage('guide', { item: itemId })}>{local(name)}</Button>)
  return (
    <Notice tone='attention' title={t('withdrawn', { day: since })} action={<>{instead}</>}>
      {[reason, t(replacedBy.length > 0 ? 'withdrawnInstead' : 'withdrawnNone')].filter(Boolean).join('\n')}
    </Notice>
  )
}
