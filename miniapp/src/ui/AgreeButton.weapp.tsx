import { Button as HostButton } from '@tarojs/components'
import type { AgreeButtonProps } from './AgreeButton'
import { meaning } from './accessible'
import { Button } from './Button'

/** WeChat believes only a tap on its own button that its privacy guide was agreed to; this one looks like ours. */
export const AgreeButton = ({ children, onPress, busy = false, id }: AgreeButtonProps) => {
  if (busy) return <Button busy onPress={onPress}>{children}</Button>
  return (
    <HostButton
      id={id} className='yc-button yc-pressable is-primary is-host' openType='agreePrivacyAuthorization'
      hoverClass='yc-pressed' hoverStayTime={70} {...meaning({ role: 'button', label: children })} onAgreePrivacyAuthorization={onPress}
    >
      {children}
    </HostButton>
  )
}
