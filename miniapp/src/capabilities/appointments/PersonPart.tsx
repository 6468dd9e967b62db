import { useState, type ReactNode } from 'react'
import { Text } from '@tarojs/components'
import { useText } from '@/i18n'
import { bookTexts } from '@/i18n/appointments'
import { useSession } from '@/platform'
import { Button, Icon, List, Row, Sheet } from '@/ui'

/** Those the citizen may book for, as their own capability knows and shows them. */
export interface People {
  /** Null for whom it does not know. */
  readonly nameOf: (personId: string) => string | null
  readonly choose: (personId: string, onChange: (personId: string) => void) => ReactNode
}

/** For whom it is: oneself unless changed. */
export const PersonPart = ({ people, personId, onChange }: { people: People; personId: string; onChange: (personId: string) => void }) => {
  const t = useText(bookTexts)
  const session = useSession()
  const [open, setOpen] = useState(false)
  if (!session) return null
  const change = <Text className='book-link'>{t('change')}</Text>
  return (
    <>
      <List><Row lead={<Icon name='person' />} title={people.nameOf(personId) ?? t('self')} note={t('forWhom')} side={change} onPress={() => setOpen(true)} /></List>
      <Sheet open={open} title={t('forWhom')} onClose={() => setOpen(false)} actions={<Button onPress={() => setOpen(false)}>{t('close')}</Button>}>
        {people.choose(personId, onChange)}
      </Sheet>
    </>
  )
}
