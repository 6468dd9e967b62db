import { useNow } from '@/platform/web/useNow'
import { Both, both } from './Both'
import { isShowable, secondsLeft, shareLeft } from './code'
import { QrCode } from './QrCode'
import { codeTime, useScreenCode } from './useScreenCode'

const Missing = ({ why }: { readonly why: 'keyRefused' | 'codeClosed' | 'codeWaiting' }) => (
  <div className='screen-code-missing' role='status'>
    <Both text={both((t) => t(why))} />
    <Both className='is-soft' text={both((t) => t(`${why}How`))} />
  </div>
)

interface CodePanelProps {
  readonly hallId: string
  readonly screenKey: string
  /** The hall gives no numbers now. */
  readonly closed: boolean
}

/** The rotating code with its countdown. It is a link as well, for whoever stands at a desk with a mouse. An old code is never shown, nor one that leads to no number. */
export const CodePanel = ({ hallId, screenKey, closed }: CodePanelProps) => {
  const heard = useScreenCode(hallId, screenKey)
  const at = codeTime(heard, useNow(250))
  const { code } = heard
  const shown = code !== null && !closed && isShowable(code, at) ? code : null
  const left = shown ? secondsLeft(shown, at) : 0
  return (
    <section className='screen-code' aria-label={both((t) => t('scan')).zh}>
      <div className='screen-code-square'>
        {shown ? <a href={shown.link}><QrCode text={shown.link} label={both((t) => t('scan')).zh} /></a> : <Missing why={heard.refused ? 'keyRefused' : closed ? 'codeClosed' : 'codeWaiting'} />}
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
