import type { HallDetail } from '@shared/halls'
import { QrCode } from '@/capabilities/screen/QrCode'
import { useLocalText, useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'
import { Dialog } from './Dialog'

/** What stands at a window, to be scanned after a visit: it never changes, and proves nothing but where it hangs. */
export const codeOfWindow = (posterLink: string, hallId: string, windowId: string): string => `${posterLink.replace(/\/s\/[^/]*$/, '')}/s/w.${hallId}.${windowId}`

interface WindowCodesProps { readonly hall: Pick<HallDetail, 'hallId' | 'name' | 'windows'>; /** The link of the hall's poster, which begins with where citizens reach us. */ readonly posterLink: string; readonly onClose: () => void }

/** The codes of a hall's windows, to be printed and put up there. */
export const WindowCodes = ({ hall, posterLink, onClose }: WindowCodesProps) => {
  const t = useText(consoleTexts)
  const local = useLocalText()
  return (
    <Dialog title={t('windowCodes')} onClose={onClose}>
      <p className='console-hint'>{t('windowCodesHow')}</p>
      <p><button type='button' className='console-act is-main' data-first onClick={() => window.print()}>{t('print')}</button></p>
      <ul className='console-codes'>
        {hall.windows.map(({ windowId, name }) => (
          <li key={windowId}>
            <b>{local(name)}</b>
            <QrCode text={codeOfWindow(posterLink, hall.hallId, windowId)} label={t('windowCode', { window: local(name) })} />
            <small>{t('windowCodeAsk')}</small>
            <small>{local(hall.name)}</small>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
