import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CityItem } from '@shared/catalogue'
import { useLocalText, useText } from '@/i18n'
import { appointmentTexts } from '@/i18n/appointments'
import type { Remote } from '@/platform'
import { CheckboxRow, Icon, List, Loading, Notice, Row, Section } from '@/ui'
import { chosenOf, materialsOf } from './itemsChosen'

/** What to bring for all that is done in the visit, to be ticked off. */
export const BringPart = ({ itemIds, items: { data, failure } }: { itemIds: readonly string[]; items: Remote<readonly CityItem[]> }) => {
  const t = useText(appointmentTexts)
  const local = useLocalText()
  const [ticked, setTicked] = useState<readonly string[]>([])
  if (!data) return <Section title={t('bringTitle')}>{failure ? <Notice tone='attention'>{t('bringFailed')}</Notice> : <Loading rows={2} />}</Section>
  const materials = materialsOf(chosenOf(data, itemIds))
  const needed = materials.filter(({ heldByCity }) => !heldByCity)
  if (needed.length === 0) return <Section title={t('bringTitle')}><Notice tone='done'>{t('bringNothing')}</Notice></Section>
  const ready = needed.filter(({ name }) => ticked.includes(name.zh)).length
  return (
    <Section title={t('bringTitle')} note={ready === needed.length ? t('bringAll') : t('bringCount', { ready, all: needed.length })}>
      <List label={t('bringTitle')}>
        {materials.map(({ name, note, heldByCity }) => heldByCity
          ? <Row key={name.zh} lead={<View className='appt-held'><Icon name='check' /></View>} title={local(name)} note={t('bringHeld')} />
          : (
              <CheckboxRow
                key={name.zh} title={local(name)} note={note && local(note)} checked={ticked.includes(name.zh)}
                onChange={(on) => setTicked((before) => on ? [...before, name.zh] : before.filter((one) => one !== name.zh))}
              />
            ))}
      </List>
    </Section>
  )
}
