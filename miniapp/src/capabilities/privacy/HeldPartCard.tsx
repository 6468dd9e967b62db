import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { HeldPart } from '@shared/myData'
import { useLanguage, useLocalText, useText } from '@/i18n'
import { codeTexts, fieldTexts, heldTexts } from '@/i18n/myData'
import { Button, Card, Section } from '@/ui'
import { heldFields, type CodeName, type FieldName, type HeldWords } from './heldView'

/** As many records are shown at once; some parts hold hundreds. */
const AT_ONCE = 10

/** One kind of thing that is held, record by record. */
export const HeldPartCard = ({ part }: { part: HeldPart }) => {
  const say = useText(heldTexts)
  const named = useText(fieldTexts)
  const coded = useText(codeTexts)
  const local = useLocalText()
  const language = useLanguage()
  const [shown, setShown] = useState(AT_ONCE)
  const has = (texts: object, name: string): boolean => Object.prototype.hasOwnProperty.call(texts, name)
  const words: HeldWords = {
    say, language, field: (name) => (has(fieldTexts, name) ? named(name as FieldName) : name), code: (value) => (has(codeTexts, value) ? coded(value as CodeName) : value),
  }
  const left = part.records.length - shown
  return (
    <Section title={local(part.title)} note={part.records.length === 0 ? say('none') : say('records', { n: part.records.length })}>
      {part.records.slice(0, shown).map((record, index) => (
        <Card key={index} label={say('record', { n: index + 1 })}>
          {heldFields(record, words).map(({ label, value }, at) => (
            <View key={at} className='privacy-field'><Text className='privacy-field-name'>{label}</Text><Text className='privacy-field-value'>{value}</Text></View>
          ))}
        </Card>
      ))}
      {left > 0 && <Button kind='quiet' onPress={() => setShown(shown + AT_ONCE)}>{say('more', { n: Math.min(left, AT_ONCE) })}</Button>}
    </Section>
  )
}
