import type { ReactNode } from 'react'
import { useLocalText, useText } from '@/i18n'
import { classTexts, consoleTexts, reasonTexts } from '@/i18n/console'
import { classes, Tag } from '@/ui'
import type { LineBeside } from './view'

const Next = ({ next }: Pick<LineBeside, 'next'>) => {
  const t = useText(consoleTexts)
  const kind = useText(classTexts)
  const reason = useText(reasonTexts)
  const local = useLocalText()
  return (
    <ol className='console-next' aria-label={t('nextInOrder')}>
      {next.map((one) => (
        <li key={one.number}>
          <b>{one.number}</b>
          <span className='console-next-item'>
            {one.class !== 'ordinary' && <Tag tone='attention'>{one.priority ? reason(one.priority) : kind(one.class)}</Tag>}
            {one.returned && <Tag>{t('returned')}</Tag>}
            <span>{one.item ? local(one.item) : ''}</span>
          </span>
          <span className='console-next-waited'>{t('minutes', { n: one.waitedMinutes })}</span>
        </li>
      ))}
    </ol>
  )
}

interface LinesBesideProps {
  readonly lines: readonly LineBeside[]
  /** What a supervisor may do with a line. */
  readonly side?: (line: LineBeside) => ReactNode
}

/** The line beside the window: its own lines with their next ten, the hall's others in a row each. */
export const LinesBeside = ({ lines, side }: LinesBesideProps) => {
  const t = useText(consoleTexts)
  const local = useLocalText()
  const head = (line: LineBeside) => (
    <div className='console-line-head'>
      <span className='console-letter' aria-hidden='true'>{line.lineId}</span>
      <span className='console-line-name'>
        <b>{local(line.name)}</b>
        {line.paused && <Tag tone='attention'>{t('linePaused')}</Tag>}
        {line.longestWaitMinutes !== null && <small>{t('longest', { n: line.longestWaitMinutes })}</small>}
      </span>
      <span className='console-waiting'><b>{line.waiting}</b> <small>{t('waiting')}</small></span>
      {side?.(line)}
    </div>
  )
  const others = lines.filter((line) => !line.ours)
  return (
    <section className='console-lines'>
      <h2>{t('beside')}</h2>
      {lines.filter((line) => line.ours).map((line) => (
        <article key={line.lineId} className={classes('console-line', 'is-ours')}>
          {head(line)}
          {line.next.length > 0 && <Next next={line.next} />}
        </article>
      ))}
      {others.length > 0 && <h2>{t('otherLines')}</h2>}
      {others.map((line) => <article key={line.lineId} className='console-line'>{head(line)}</article>)}
    </section>
  )
}
