import { View } from '@tarojs/components'
import { useText } from '@/i18n'
import { casesTexts } from '@/i18n/cases'
import { useRemote, useSession } from '@/platform'
import { Chips } from '@/ui'
import { listEnterprises } from './api'

/** Oneself, or an enterprise one acts for; nothing to choose without one. */
export const WhoseCases = ({ value, onChange }: { value: string; onChange: (personId: string) => void }) => {
  const t = useText(casesTexts)
  const session = useSession()
  const { data } = useRemote(`enterprises/${session?.expiresAt ?? ''}`, listEnterprises, { skip: !session })
  if (!data || data.length === 0) return null
  const options = [{ value: 'self', label: t('self') }, ...data.map(({ personId, name }) => ({ value: personId, label: name }))]
  return <View className='case-gap-below'><Chips single label={t('whose')} options={options} chosen={[value]} onToggle={onChange} /></View>
}
