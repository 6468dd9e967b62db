import { useEffect, useRef } from 'react'
import { QrCode } from '@/capabilities/screen/QrCode'
import { useText } from '@/i18n'
import { factorTexts } from '@/i18n/consoleFactor'
import type { Answer } from '@/platform/api'
import { inGroups } from './otp'

/** What is shown once: the key for the authenticator, and the recovery codes, which alone go on paper. */
export const FactorKeys = ({ uri, secret, recoveryCodes }: Pick<Answer<'beginSecondFactor'>, 'uri' | 'secret' | 'recoveryCodes'>) => {
  const t = useText(factorTexts)
  const element = useRef<HTMLOListElement>(null)
  // The button that led here is gone; the field for the code stands further down.
  useEffect(() => element.current?.focus(), [])
  return (
    <ol ref={element} className='console-factor' tabIndex={-1} aria-label={t('setUp')}>
      <li>
        <h3>{t('scan')}</h3>
        <div className='console-factor-key'>
          <QrCode text={uri} label={t('qr')} />
          <p className='console-hint'>{t('typed')} <code>{inGroups(secret)}</code></p>
        </div>
      </li>
      <li>
        <h3>{t('keep')}</h3>
        <p className='console-hint'>{t('keepNote')}</p>
        <ul className='console-recovery' aria-label={t('codes')}>
          {recoveryCodes.map((code) => <li key={code}><code>{code}</code></li>)}
        </ul>
        <button type='button' className='console-small' onClick={() => window.print()}>{t('printCodes')}</button>
      </li>
    </ol>
  )
}
