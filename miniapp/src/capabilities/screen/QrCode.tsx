import { useEffect, useState } from 'react'
import { pathOfModules } from './qr'

/** The light margin a reader needs around a code, in modules (ISO/IEC 18004). */
const QUIET_ZONE = 4

interface Drawn { readonly text: string; readonly size: number; readonly path: string }

/** A QR code as crisp vectors. The encoder is loaded when first needed, and kept. */
export const QrCode = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  useEffect(() => {
    let left = false
    void import('qrcode').then(({ create }) => {
      const { modules } = create(text, { errorCorrectionLevel: 'M' })
      if (!left) setDrawn({ text, size: modules.size, path: pathOfModules(modules.size, (row, column) => modules.get(row, column) === 1) })
    }, () => undefined)
    return () => { left = true }
  }, [text])
  // Until the new one is drawn nothing is shown: the old one would no longer be what the link says.
  if (drawn?.text !== text) return null
  const side = drawn.size + 2 * QUIET_ZONE
  return (
    <svg className='screen-qr' role='img' aria-label={label} viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`} shapeRendering='crispEdges'>
      {/* Black on white in every theme: it is read by machines. */}
      <rect x={-QUIET_ZONE} y={-QUIET_ZONE} width={side} height={side} fill='#fff' />
      <path d={drawn.path} fill='#000' />
    </svg>
  )
}
