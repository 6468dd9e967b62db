import { View } from '@tarojs/components'
import { GUARDIAN_MUST_BELOW } from '@shared/personRules'
import { useText } from '@/i18n'
import { addPersonTexts } from '@/i18n/persons'
import { CheckboxRow, Chips, List, Section } from '@/ui'
import { chooseConsentBy, consentByIn, consentsIn } from './personForm'
import type { PersonPartProps } from './PersonFields'

/** Whose consent it is follows from the age; it is ticked, never assumed. */
export const ConsentPart = ({ form, today, onChange }: PersonPartProps) => {
  const t = useText(addPersonTexts)
  const family = form.kind === 'family'
  const allowed = consentsIn(form, today)
  const by = consentByIn(form, today)
  const must = family && allowed.length === 1 && by === 'guardian'
  return (
    <Section title={t('consent')} note={must ? t('minor', { age: GUARDIAN_MUST_BELOW }) : undefined}>
      {family && allowed.length > 1 && (
        <View className='persons-who'>
          <Chips
            single label={t('whoConsents')} chosen={[by]} onToggle={(chosen) => onChange(chooseConsentBy(form, chosen))}
            options={[{ value: 'guardian', label: t('byGuardian') }, { value: 'given', label: t('byThemselves') }]}
          />
        </View>
      )}
      <List><CheckboxRow title={t(family ? by : 'authorised')} checked={form.consent} onChange={(consent) => onChange({ ...form, consent })} /></List>
    </Section>
  )
}
