import { lengthOf, topOf } from './scale'

export interface Column { readonly key: string; readonly label: string; readonly value: number | null }
interface ColumnsProps {
  /** Of the whole picture, for who does not see it. */
  readonly label: string
  readonly columns: readonly Column[]
  /** A line across, e.g. what was promised; its words stand in the text above. */
  readonly line?: number
}

const WIDTH = 44
const HEIGHT = 120
/** Room above for the values and below for the labels. */
const [ABOVE, BELOW] = [22, 24]

/** Columns with their values on top. */
export const Columns = ({ label, columns, line }: ColumnsProps) => {
  const top = topOf([...columns.map(({ value }) => value), line ?? null])
  const width = Math.max(1, columns.length) * WIDTH
  const lineAt = line === undefined ? null : ABOVE + HEIGHT - lengthOf(line, top, HEIGHT)
  const drawn = columns.map((column, i) => ({ ...column, left: i * WIDTH, height: lengthOf(column.value, top, HEIGHT) }))
  return (
    <svg className='sup-columns' viewBox={`0 0 ${width} ${ABOVE + HEIGHT + BELOW}`} style={{ maxWidth: width * 1.6 }} role='img' aria-label={label}>
      {drawn.map(({ key, left, height }) => <rect key={key} className='sup-column' x={left + 8} y={ABOVE + HEIGHT - height} width={WIDTH - 16} height={height} />)}
      <line className='sup-axis' x1={0} x2={width} y1={ABOVE + HEIGHT} y2={ABOVE + HEIGHT} />
      {lineAt !== null && <line className='sup-promise' x1={0} x2={width} y1={lineAt} y2={lineAt} />}
      {drawn.map(({ key, label: name, value, left, height }) => (
        <g key={key} textAnchor='middle'>
          {value !== null && <text className='sup-column-value' x={left + WIDTH / 2} y={ABOVE + HEIGHT - height - 6}>{value}</text>}
          <text className='sup-column-label' x={left + WIDTH / 2} y={ABOVE + HEIGHT + 17}>{name}</text>
        </g>
      ))}
    </svg>
  )
}
