import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n'
import { kitTexts } from '@/i18n/kit'
import { meaning, pressable } from './accessible'
import { Button } from './Button'
import { useDialogFocus } from './dialogFocus'
import { Icon } from './Icon'

interface SheetProps { readonly open: boolean; readonly title: string; readonly onClose: () => void; readonly children?: ReactNode; readonly actions?: ReactNode }

/** A panel over the page. It closes by its button, by a tap beside it, and on the web by Escape. Place it inside `Page`. */
export const Sheet = ({ open, title, onClose, children, actions }: SheetProps) => {
  const t = useText(kitTexts)
  const panel = useDialogFocus(open, onClose)
  if (!open) return null
  return (
    <View className='yc-sheet' catchMove {...meaning({ role: 'dialog', modal: true, label: title })}>
      <View className='yc-sheet-veil' {...meaning({ hidden: true })} onClick={onClose} />
      <View className='yc-sheet-panel' {...panel}>
        <View className='yc-sheet-head'>
          <View className='yc-sheet-title' {...meaning({ role: 'heading', level: 2 })}>{title}</View>
          <View className='yc-sheet-close yc-pressable' {...meaning({ role: 'button', label: t('close') })} {...pressable(onClose)}><Icon name='close' /></View>
        </View>
        {children}
        {actions && <View className='yc-sheet-actions'>{actions}</View>}
      </View>
    </View>
  )
}

interface ConfirmProps {
  readonly open: boolean
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly cancel: string
  /** The act cannot be taken back. */
  readonly danger?: boolean
  readonly busy?: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/** Asks before an act. The way out stands below, and looks no smaller than the way on. */
export const Confirm = ({ open, title, text, confirm, cancel, danger = false, busy, onConfirm, onCancel }: ConfirmProps) => (
  <Sheet
    open={open} title={title} onClose={onCancel}
    actions={<><Button kind={danger ? 'danger' : 'primary'} busy={busy} onPress={onConfirm}>{confirm}</Button><Button kind='secondary' onPress={onCancel}>{cancel}</Button></>}
  >
    <Text>{text}</Text>
  </Sheet>
)
