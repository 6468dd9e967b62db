import type { Scoped } from '@shared/supervision'
import { useLocalText, useText } from '@/i18n'
import { bulletinTexts, figureTexts } from '@/i18n/supervision'
import { Tag } from '@/ui'
import { DataTable } from '../charts/DataTable'
import { type Figure, shown } from '../figures'

const COLUMNS: readonly Figure[] = ['goodRate', 'ratings', 'bad', 'activeRate', 'visits', 'waitMinutes']

/** Districts or departments, each with its main figures. */
export const PartsTable = ({ title, parts }: { readonly title: string; readonly parts: readonly Scoped[] }) => {
  const t = useText(bulletinTexts)
  const say = useText(figureTexts)
  const local = useLocalText()
  return (
    <section className='sup-panel is-wide' aria-label={title}>
      <h2>{title}</h2>
      <DataTable
        caption={title} columns={[t('name'), ...COLUMNS.map((figure) => say(figure))]}
        rows={parts.map(({ scope, name, indicators }) => ({
          key: scope, muted: indicators.few, head: <>{local(name)} {indicators.few && <Tag tone='attention'>{say('few')}</Tag>}</>, cells: COLUMNS.map((figure) => shown(figure, indicators, say)),
        }))}
      />
    </section>
  )
}
