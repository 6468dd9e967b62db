import { View } from '@tarojs/components'
import { useText } from '@/i18n'
import { casesTexts } from '@/i18n/cases'
import { openPage, useRemote, useSession } from '@/platform'
import { Section } from '@/ui'
import { readCaseOfTicket } from './api'
import { CaseCard } from './CaseCard'
import { isPast } from './casesView'

/** Under a finished visit: the case that was handed in at it; nothing when there is none, or it cannot be told now. */
export const CaseOfVisit = ({ ticketId }: { ticketId: string }) => {
  const t = useText(casesTexts)
  const session = useSession()
  const { data } = useRemote(`visit-case/${ticketId}/${session?.expiresAt ?? ''}`, () => readCaseOfTicket(ticketId), { skip: !session })
  if (!data) return null
  const { case: found, sources } = data
  return (
    <View className='case-of-visit'>
      <Section title={t('ofVisit')}>
        <CaseCard one={found} title={found.itemName} personId='self' past={isPast(found.sources, sources)} onPress={() => openPage('case', { ticket: ticketId })} />
      </Section>
    </View>
  )
}
