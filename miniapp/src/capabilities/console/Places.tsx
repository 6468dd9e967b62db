import type { ReactNode } from 'react'

export interface PlaceOption { readonly id: string; readonly title: string; readonly note: string; readonly side?: ReactNode }

/** A choice of places as a list of buttons. */
export const Places = ({ options, onChoose }: { readonly options: readonly PlaceOption[]; readonly onChoose: (id: string) => void }) => (
  <ul className='console-places'>
    {options.map(({ id, title, note, side }) => (
      <li key={id}>
        <button type='button' className='console-place-option' onClick={() => onChoose(id)}>
          <span className='console-place-main'><b>{title}</b>{note && <small>{note}</small>}</span>
          {side}
        </button>
      </li>
    ))}
  </ul>
)
