import { useText } from '@/i18n'
import { bookTexts } from '@/i18n/appointments'
import { Choice, Section } from '@/ui'

/** Somebody the citizen may book for. */
export interface Person { readonly personId: string; readonly name: string }

/** For whom it is; asked only where there is somebody besides the citizen. */
export const PersonPart = ({ people, personId, onChange }: { people: readonly Person[]; personId: string; onChange: (personId: string) => void }) => {
  const t = useText(bookTexts)
  if (people.length === 0) return null
  return (
    <Section title={t('forWhom')}>
      <Choice
        label={t('forWhom')} value={personId} onChange={onChange}
        options={[{ value: 'self', label: t('self') }, ...people.map((one) => ({ value: one.personId, label: one.name }))]}
      />
    </Section>
  )
}
