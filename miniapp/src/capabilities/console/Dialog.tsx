import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '@/i18n'
import { consoleTexts } from '@/i18n/console'

interface DialogProps { readonly title: string; readonly onClose: () => void; readonly children: ReactNode }

/** A question over the console. The browser keeps the focus inside, closes it by Escape and gives the focus back. */
export const Dialog = ({ title, onClose, children }: DialogProps) => {
  const t = useText(consoleTexts)
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = element.current
    const opener = document.activeElement
    if (dialog && !dialog.open) dialog.showModal()
    // The question itself, not the way out, has the focus; `data-first` where the order does not tell.
    const first = dialog?.querySelector<HTMLElement>('[data-first]') ?? dialog?.querySelector<HTMLElement>('.console-dialog-body :is(input:checked, button)')
    first?.focus()
    return () => {
      dialog?.close()
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  return (
    <dialog ref={element} className='console-dialog' aria-labelledby='console-dialog-title' onCancel={(event) => { event.preventDefault(); onClose() }}>
      <div className='console-dialog-head'>
        <h2 id='console-dialog-title'>{title}</h2>
        <button type='button' className='console-quiet' onClick={onClose}>{t('close')} <kbd aria-hidden='true'>Esc</kbd></button>
      </div>
      <div className='console-dialog-body'>{children}</div>
    </dialog>
  )
}
