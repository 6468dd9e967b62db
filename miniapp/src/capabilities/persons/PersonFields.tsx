import { Text, View } from '@tarojs/components'
import { relations } from '@shared/personRules'
import { useText } from '@/i18n'
import { addPersonTexts, relationTexts } from '@/i18n/persons'
import { Choice, Section, TextField } from '@/ui'
import { dayIn, LONGEST_NAME, LONGEST_NUMBER, writeNumber, type PersonForm } from './personForm'
import { shownDay } from './usePersonWords'

export interface PersonPartProps { readonly form: PersonForm; readonly today: string; readonly onChange: (form: PersonForm) => void }

/** Who it is: name and number; then what they are to the citizen, or until when an enterprise has authorised them. */
export const PersonFields = ({ form, today, onChange }: PersonPartProps) => {
  const t = useText(addPersonTexts)
  const relation = useText(relationTexts)
  const family = form.kind === 'family'
  const until = dayIn(form.until)
  return (
    <>
      <Section>
        <TextField
          label={t(family ? 'familyName' : 'enterpriseName')} placeholder={t(family ? 'familyNameHint' : 'enterpriseNameHint')} maxLength={LONGEST_NAME[form.kind]}
          value={form.name} onChange={(name) => onChange({ ...form, name })}
        />
        <View className='persons-gap'>
          <TextField
            label={t(family ? 'idNumber' : 'creditCode')} placeholder={t(family ? 'idNumberHint' : 'creditCodeHint')} maxLength={LONGEST_NUMBER}
            value={form.number} onChange={(number) => onChange(writeNumber(form, number, today))}
          />
        </View>
        {!family && (
          <View className='persons-gap'>
            <TextField label={t('until')} placeholder={t('untilHint')} maxLength={16} value={form.until} onChange={(text) => onChange({ ...form, until: text })} />
            {until && <Text className='persons-count'>{t('untilRead', { day: shownDay(until) })}</Text>}
          </View>
        )}
      </Section>
      {family && (
        <Section title={t('relation')}>
          <Choice label={t('relation')} value={form.relation} onChange={(kin) => onChange({ ...form, relation: kin })} options={relations.map((kin) => ({ value: kin, label: relation(kin) }))} />
        </Section>
      )}
    </>
  )
}
