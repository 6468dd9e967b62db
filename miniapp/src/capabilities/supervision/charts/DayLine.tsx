import { linesThrough } from './scale'

const [WIDTH, HEIGHT, EDGE] = [600, 90, 4]

/** A share from day to day, from 0 at the bottom to 1 at the top. @param label what it says, for who does not see it */
export const DayLine = ({ label, shares }: { readonly label: string; readonly shares: readonly (number | null)[] }) => (
  <svg className='sup-line' viewBox={`${-EDGE} ${-EDGE} ${WIDTH + 2 * EDGE} ${HEIGHT + 2 * EDGE}`} role='img' aria-label={label}>
    <line className='sup-axis' x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
    <line className='sup-axis is-faint' x1={0} x2={WIDTH} y1={0} y2={0} />
    {linesThrough(shares, WIDTH, HEIGHT).map((points) => <polyline key={points} className='sup-line-piece' points={points} />)}
  </svg>
)
