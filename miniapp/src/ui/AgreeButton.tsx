import { Button } from './Button'

export interface AgreeButtonProps {
  readonly children: string
  readonly onPress: () => void
  readonly busy?: boolean
  /** By which the host asks what was agreed to. */
  readonly id: string
}

/** The button that agrees to the privacy guide. WeChat has one of its own (AgreeButton.weapp.tsx); elsewhere it is like any other. */
export const AgreeButton = ({ children, onPress, busy }: AgreeButtonProps) => <Button busy={busy} onPress={onPress}>{children}</Button>
