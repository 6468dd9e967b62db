import { useState } from 'react'
import { View } from '@tarojs/components'
import { useText } from '@/i18n'
import { orderTexts } from '@/i18n/ratings'
import { Button, Choice, Section, TextArea } from '@/ui'
import { MAX_TEXT } from './ratingForm'

type Word = 'yes' | 'notYet'
interface RevisitPartProps { readonly busy: boolean; readonly onAnswer: (satisfied: boolean, text: string) => void }

/** Asks whether it has been put right; not yet takes it up again. */
export const RevisitPart = ({ busy, onAnswer }: RevisitPartProps) => {
  const t = useText(orderTexts)
  const [word, setWord] = useState<Word | null>(null)
  const [text, setText] = useState('')
  return (
    <Section title={t('question')} note={t('questionHow')}>
      <Choice label={t('question')} value={word} onChange={setWord} options={(['yes', 'notYet'] as const).map((value) => ({ value, label: t(value) }))} />
      {word !== null && (
        <>
          <View className='rate-gap'><TextArea label={t(word === 'yes' ? 'answerLabel' : 'answerLabelBad')} maxLength={MAX_TEXT} value={text} onChange={(next) => setText(next.slice(0, MAX_TEXT))} /></View>
          <View className='rate-gap'><Button busy={busy} onPress={() => onAnswer(word === 'yes', text.trim())}>{t('answer')}</Button></View>
        </>
      )}
    </Section>
  )
}
