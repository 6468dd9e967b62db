import { clockTime, serviceDay } from '@shared/time'
import { useText } from '@/i18n'
import { parkedKindTexts, parkedTexts, problemTexts, wayTexts } from '@/i18n/consoleParked'
import { useDayName } from '@/i18n/dayName'
import { classes, Tag } from '@/ui'
import { NewsLine } from '../NewsLine'
import type { Acts } from '../useActs'
import { problemIn } from './problem'
import { isLate, type ParkedEntry } from './useReplay'

interface ParkedRowProps {
  readonly entry: ParkedEntry
  readonly at: number
  readonly acts: Acts
  /** The last that was pressed is this one. */
  readonly pressed: boolean
  readonly onReplay: () => void
}

/** A message that was not sent, and what became of trying it again. Its button stays in reach, so that the focus does. */
export const ParkedRow = ({ entry: { message, outcome, again }, at, acts, pressed, onReplay }: ParkedRowProps) => {
  const t = useText(parkedTexts)
  const kindName = useText(parkedKindTexts)
  const wayName = useText(wayTexts)
  const wrong = useText(problemTexts)
  const dayName = useDayName()
  const { kind, way, tries, parkedAt, validUntil } = message
  const problem = problemIn(message.problem)
  const late = isLate(message, at)
  const today = serviceDay(at)
  const when = (time: number): string => (serviceDay(time) === today ? clockTime(time) : `${dayName(serviceDay(time), today)} ${clockTime(time)}`)
  const off = acts.acting || outcome !== null
  const said = outcome !== null ? t(outcome) : again ? t('failedAgain') : null

  return (
    <li className={classes(outcome !== null && 'is-over')}>
      <div className='console-parked-what'>
        {/* When our own sending broke, no way is to blame. */}
        <span><b>{kindName(kind)}</b>{problem.name !== 'own' && <Tag>{wayName(way)}</Tag>}{outcome === null && late && <Tag tone='attention'>{t('isLate')}</Tag>}</span>
        <span>{'code' in problem ? wrong(problem.name, { code: problem.code }) : wrong(problem.name)}</span>
        <small>{t('tries', { n: tries })} · {t('since', { time: when(parkedAt) })}</small>
        {outcome === null && <small>{t(late ? 'late' : 'until', { time: when(validUntil) })}</small>}
      </div>
      <button
        type='button' className='console-small' aria-label={t('replayLabel', { kind: kindName(kind), time: when(parkedAt) })} aria-disabled={off}
        onClick={() => { if (!off) onReplay() }}
      >
        {t('replay')}
      </button>
      {pressed && (acts.unanswered || acts.news?.tone === 'error')
        ? <NewsLine {...acts} />
        : <p className={classes('console-parked-said', again && 'is-again')} role='status'>{said}</p>}
    </li>
  )
}
