import { useText } from '@/i18n'
import { casesTexts } from '@/i18n/cases'
import { openPage } from '@/platform'
import { Button } from '@/ui'
import { CaseCard } from './CaseCard'
import { isPast, parted } from './casesView'
import { useCases } from './useCases'
import { useItemNames } from './useItemNames'

/** On the home page every system is not asked as often as on the cases' own. */
const HOME_SECONDS = 300

const Waiting = ({ data, oldSince }: Pick<ReturnType<typeof useCases>, 'data' | 'oldSince'>) => {
  const t = useText(casesTexts)
  const nameOf = useItemNames()
  const [first, ...others] = parted(data?.cases ?? []).waiting
  if (!first) return null
  return (
    <>
      <CaseCard one={first} title={nameOf(first)} personId='self' past={oldSince !== null || isPast(first.sources, data?.sources ?? [])} />
      {others.length > 0 && <Button kind='quiet' small onPress={() => openPage('cases')}>{t('homeMore')}</Button>}
    </>
  )
}

/** On the home page: the case that waits for the citizen, and the way to the others; nothing when none does. */
export const WaitingCase = () => {
  const { data, oldSince } = useCases('self', HOME_SECONDS)
  return data?.cases.some(({ waitsForMe }) => waitsForMe) ? <Waiting data={data} oldSince={oldSince} /> : null
}
