import { Text } from '@tarojs/components'
import { clockTime } from '@shared/time'
import { useText } from '@/i18n'
import { priorityTexts, takeTexts } from '@/i18n/queue'
import { Choice, List, Row, Section } from '@/ui'
import type { ClaimedPriority, LineChoice } from './prepareView'
import type { TakePage } from './useTakePage'

/** People waiting and the wait, in one short text; null when nothing is known. */
export const waitOf = (choice: LineChoice): string | null =>
  choice.shut ?? ([choice.waiting, choice.wait].filter((part) => part !== null).join(' · ') || null)

/** Which line: told when the item decides it or there is but one, else chosen. */
export const LinePart = ({ page }: { page: TakePage }) => {
  const t = useText(takeTexts)
  const { lines, line, item, general, boardAt, boardFailed } = page
  const told = item !== null || lines.length === 1
  const usual = lines.find(({ lineId }) => lineId === general)
  const hint = told || !usual || usual.shut !== null ? undefined : t('lineNotSure', { line: usual.name })
  const note = !boardFailed ? hint : boardAt === null ? t('boardMissing') : t('boardOld', { time: clockTime(boardAt) })
  const chosen = lines.find(({ lineId }) => lineId === line?.lineId)
  return (
    <Section title={told ? t('lineOne') : t('lineTitle')} note={note}>
      {told && chosen && <List><Row title={chosen.name} note={waitOf(chosen) ?? undefined} /></List>}
      {!told && (
        <Choice
          label={t('lineTitle')} value={line?.lineId ?? null} onChange={(lineId) => page.change({ lineId, priority: null })}
          options={lines.map((choice) => ({
            value: choice.lineId, label: choice.name, note: waitOf(choice) ?? undefined, disabled: choice.shut !== null,
          }))}
        />
      )}
    </Section>
  )
}

/** Priority, where the line offers any. What is claimed here is checked at the window. */
export const PriorityPart = ({ page }: { page: TakePage }) => {
  const t = useText(takeTexts)
  const reason = useText(priorityTexts)
  if (page.priorities.length === 0) return null
  const none = { value: 'none' as const, label: t('priorityNone') }
  return (
    <Section title={t('priorityTitle')} note={t('priorityWhy')}>
      <Choice<ClaimedPriority | 'none'>
        label={t('priorityTitle')} value={page.priority ?? 'none'} onChange={(value) => page.change({ priority: value === 'none' ? null : value })}
        options={[none, ...page.priorities.map((value) => ({ value, label: reason(value) }))]}
      />
      {page.priority && <Text className='yc-ticket-small'>{t('priorityWhy')}</Text>}
    </Section>
  )
}
