import { useNow } from '@/platform/web/useNow'
import { Both, both } from './Both'
import { isShowable, secondsLeft, shareLeft } from './code'
import { QrCode } from './QrCode'
import { codeTime, type HeardCode, useScreenCode } from './useScreenCode'

const Missing = ({ refused }: Pick<HeardCode, 'refused'>) => (
  <div className='screen-code-missing' role='status'>
    <Both text={both((t) => t(refused ? 'keyRefused' : 'codeWaiting'))} />
    <Both className='is-soft' text={both((t) => t(refused ? 'keyRefusedHow' : 'codeWaitingHow'))} />
  </div>
)

/** The rotating code with its countdown. It is a link as well, for whoever stands at a desk with a mouse. An old code is never shown. */
export const CodePanel = ({ hallId, screenKey }: { readonly hallId: string; readonly screenKey: string }) => {
  const heard = useScreenCode(hallId, screenKey)
  const at = codeTime(heard, useNow(250))
  const { code } = heard
  const shown = code !== null && isShowable(code, at) ? code : null
  const left = shown ? secondsLeft(shown, at) : 0
  return (
    <section className='screen-code' aria-label={both((t) => t('scan')).zh}>
      <div className='screen-code-square'>
        {shown ? <a href={shown.link}><QrCode text={shown.link} label={both((t) => t('scan')).zh} /></a> : <Missing refused={heard.refused} />}
      </div>
      <div className='screen-code-words'>
        <Both className='screen-code-title' text={both((t) => t('scan'))} />
        <Both className='is-soft' text={both((t) => t('scanHow'))} />
        {shown && (
          <div className='screen-countdown'>
            <span className='screen-countdown-bar' aria-hidden='true'>
              <span style={{ transform: `scaleX(${shareLeft(shown, at)})` }} />
            </span>
            <Both className='is-soft' text={both((t) => t('changesIn', { n: left }))} />
          </div>
        )}
      </div>
    </section>
  )
}
