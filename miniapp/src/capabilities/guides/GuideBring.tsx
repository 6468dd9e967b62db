import { useState } from 'react'
import { View } from '@tarojs/components'
import type { GuideMaterial } from '@shared/guides'
import { useText } from '@/i18n'
import { guideTexts } from '@/i18n/guides'
import { CheckboxRow, Icon, List, Notice, Row, Section } from '@/ui'
import { materialNote, toBring, type GuideWords } from './guideView'

/** What to bring, to be ticked off; and what need not be brought, since the city holds it. */
export const GuideBring = ({ materials, words }: { materials: readonly GuideMaterial[]; words: GuideWords }) => {
  const t = useText(guideTexts)
  const [ticked, setTicked] = useState<readonly string[]>([])
  const needed = toBring(materials)
  const ready = needed.filter(({ name }) => ticked.includes(name.zh)).length
  const count = needed.length === 0 ? undefined : ready === needed.length ? t('bringAll') : t('bringCount', { ready, all: needed.length })
  return (
    <Section title={t('bring')} note={count}>
      {needed.length === 0 && <View className='guide-below'><Notice tone='done'>{t('bringNothing')}</Notice></View>}
      {materials.length > 0 && (
        <List label={t('bring')}>
          {materials.map((material) => {
            const { name, heldByCity } = material
            const note = materialNote(material, words)
            if (heldByCity) return <Row key={name.zh} lead={<View className='guide-held'><Icon name='check' /></View>} title={words.local(name)} note={note} />
            return (
              <CheckboxRow
                key={name.zh} title={words.local(name)} note={note || undefined} checked={ticked.includes(name.zh)}
                onChange={(on) => setTicked((before) => on ? [...before, name.zh] : before.filter((one) => one !== name.zh))}
              />
            )
          })}
        </List>
      )}
    </Section>
  )
}
