import { MOST_PERSONS } from '@shared/personRules'
import { useText } from '@/i18n'
import { personTexts } from '@/i18n/persons'
import { openPage, useSession } from '@/platform'
import { List, Row, Section } from '@/ui'

/** The way to them from “Me”. */
export const MyPersons = () => {
  const t = useText(personTexts)
  if (!useSession()) return null
  return <Section><List><Row title={t('row')} note={t('rowNote', { most: MOST_PERSONS })} onPress={() => openPage('persons')} /></List></Section>
}
