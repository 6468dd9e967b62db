import type { ReactNode } from 'react'
import { classes } from '@/ui'

export interface TableRow { readonly key: string; readonly head: ReactNode; readonly cells: readonly ReactNode[]; readonly muted?: boolean }
interface DataTableProps {
  readonly caption: string
  /** The heading of the rows' heads, then of each cell. */
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}

/** A table that a screen reader can walk through; a wide one scrolls by itself, also by the keyboard. */
export const DataTable = ({ caption, columns, rows }: DataTableProps) => (
  <div className='sup-table-room' role='group' aria-label={caption} tabIndex={0}>
    <table className='sup-table'>
      <caption>{caption}</caption>
      <thead><tr>{columns.map((column) => <th key={column} scope='col'>{column}</th>)}</tr></thead>
      <tbody>
        {rows.map(({ key, head, cells, muted }) => (
          <tr key={key} className={classes(muted && 'is-muted')}>
            <th scope='row'>{head}</th>
            {cells.map((cell, i) => <td key={columns[i + 1] ?? i}>{cell}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
