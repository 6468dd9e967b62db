type Role = 'button' | 'link' | 'checkbox' | 'radio' | 'radiogroup' | 'switch' | 'tab' | 'tablist' | 'navigation' | 'dialog' | 'alert' | 'status'
  | 'banner' | 'heading' | 'list' | 'listitem' | 'group' | 'region' | 'main' | 'img'

interface Meaning {
  readonly role?: Role
  readonly label?: string
  /**
   * What is said of the whole, for hosts that want it spelled out. A browser takes it from what stands in the element, so
   * that what is seen and what is said, or asked for by voice, are the same words.
   */
  readonly readout?: string
  readonly checked?: boolean
  readonly disabled?: boolean
  readonly selected?: boolean
  readonly busy?: boolean
  readonly modal?: boolean
  readonly hidden?: boolean
  readonly live?: 'polite' | 'assertive'
  readonly level?: 1 | 2 | 3
}

const flag = (value: boolean | undefined): string | undefined => (value === undefined ? undefined : String(value))

/**
 * The attributes that tell a screen reader what an element is. WeChat reads `aria-role` where Alipay and
 * browsers read `role`; all of them want strings.
 */
export const meaning = ({ role, label, readout, checked, disabled, selected, busy, modal, hidden, live, level }: Meaning): Record<string, string> => {
  const all = {
    [TARGET === 'weapp' ? 'ariaRole' : 'role']: role, ariaLabel: label ?? (TARGET === 'h5' ? undefined : readout), ariaChecked: flag(checked), ariaDisabled: flag(disabled),
    ariaSelected: flag(selected), ariaBusy: flag(busy), ariaModal: flag(modal), ariaHidden: flag(hidden), ariaLive: live,
    ariaLevel: level === undefined ? undefined : String(level),
  }
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

interface KeyPress { readonly key?: string; readonly preventDefault?: () => void }

/** Makes an element answer to a tap and, on the web, to Enter and Space. Nothing happens while `disabled`. */
export const pressable = (onPress: (() => void) | undefined, disabled = false): Record<string, unknown> => {
  if (!onPress) return {}
  if (disabled) return { tabIndex: -1 }
  const keyboard = TARGET === 'h5'
    ? {
        tabIndex: 0,
        onKeyDown: (event: KeyPress) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault?.()
          onPress()
        },
      }
    : { hoverClass: 'yc-pressed', hoverStayTime: 70 }
  return { onClick: () => onPress(), ...keyboard }
}

/** Joins class names; leaves out what is false. */
export const classes = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ')
