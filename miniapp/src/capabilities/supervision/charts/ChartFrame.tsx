import { type ReactNode, useId, useState } from 'react'
import { useText } from '@/i18n'
import { supervisionTexts } from '@/i18n/supervision'

interface ChartFrameProps {
  readonly title: string
  /** What the chart says, in a sentence. */
  readonly tell: string
  /** The same as a table. */
  readonly table: ReactNode
  readonly children: ReactNode
}

/** A chart with its heading and what it says in words; whoever cannot or will not read it has it as a table. */
export const ChartFrame = ({ title, tell, table, children }: ChartFrameProps) => {
  const t = useText(supervisionTexts)
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  return (
    <section className='sup-panel' aria-labelledby={id}>
      <div className='sup-panel-head'>
        <h2 id={id}>{title}</h2>
        <button type='button' className='console-quiet' aria-describedby={id} onClick={() => setAsTable(!asTable)}>{t(asTable ? 'asChart' : 'asTable')}</button>
      </div>
      <p className='sup-tell'>{tell}</p>
      {asTable ? table : children}
    </section>
  )
}
