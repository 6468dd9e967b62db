import { View } from '@tarojs/components'
import { useText } from '@/i18n'
import { personTexts } from '@/i18n/persons'
import { openPage } from '@/platform'
import { Button, Choice, Notice } from '@/ui'
import './persons.scss'
import { usePersons } from './usePersons'
import { usePersonWords } from './usePersonWords'

interface ChoosePersonProps {
  /** `self`, or the id of a person; one that may be booked for no longer is shown as not chosen, and the server refuses it. */
  readonly value: string
  readonly onChange: (personId: string) => void
}

/**
 * For whom one books: oneself, or somebody added before who may be booked for. One’s own choice stands while the others are on their way. Place it
 * under a title.
 */
export const ChoosePerson = ({ value, onChange }: ChoosePersonProps) => {
  const t = useText(personTexts)
  const words = usePersonWords()
  const { session, data, failure } = usePersons()
  if (!session) return null
  const persons = data?.persons ?? []
  // What an enterprise did not grant is not offered; what has ended is shown, for it can be renewed.
  const offered = persons.filter(({ grants, expired }) => expired || grants.includes('book'))
  const options = offered.map((person) => ({ value: person.personId, label: person.name, note: words(person), disabled: person.expired }))
  // One that has ended may be renewed even when there is no place left.
  const mayAdd = data !== null && (persons.length < data.most || persons.some(({ expired }) => expired))
  return (
    <View>
      <Choice label={t('forWhom')} value={value} onChange={onChange} options={[{ value: 'self', label: t('self'), note: session.name }, ...options]} />
      {!data && failure && <View className='persons-gap'><Notice tone='attention'>{t('notLoaded')}</Notice></View>}
      {mayAdd && <Button kind='quiet' onPress={() => openPage('persons', { add: '1' })}>{t('add')}</Button>}
    </View>
  )
}
