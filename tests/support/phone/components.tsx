import { createElement, type ChangeEvent, type FormEvent, type ReactNode } from 'react'

/** Taro's components as plain elements: what a test finds by role is what a screen reader hears. */
type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode }

const ARIA = ['Label', 'Checked', 'Disabled', 'Selected', 'Busy', 'Modal', 'Hidden', 'Live', 'Level', 'Expanded'] as const
const HOST_ONLY = [
  'ariaRole', 'hoverClass', 'hoverStayTime', 'catchMove', 'scrollX', 'scrollY', 'mode', 'lazyLoad', 'confirmType', 'autoHeight', 'onConfirm', 'onInput',
  'maxlength', 'password', 'userSelect', 'openType', 'onAgreePrivacyAuthorization',
]

const attributes = (props: Props): Record<string, unknown> => {
  const kept = Object.entries(props).filter(([name]) => name !== 'children' && !HOST_ONLY.includes(name) && !ARIA.some((aria) => name === `aria${aria}`))
  const aria = ARIA.flatMap((name) => (props[`aria${name}`] === undefined ? [] : [[`aria-${name.toLowerCase()}`, props[`aria${name}`]]]))
  const role = props.ariaRole ?? props.role
  return { ...Object.fromEntries(kept), ...Object.fromEntries(aria), ...(role === undefined ? {} : { role }) }
}

const element = (tag: string) => (props: Props) => createElement(tag, attributes(props), props.children)

type Told = (event: { detail: { value: string } }) => void
const told = (callback: unknown, value: string): void => { if (typeof callback === 'function') (callback as Told)({ detail: { value } }) }

const field = (tag: 'input' | 'textarea') => (props: Props) => createElement(tag, {
  ...attributes(props),
  maxLength: props.maxlength,
  ...(tag === 'input' && { type: props.password ? 'password' : 'text' }),
  onChange: (event: ChangeEvent<HTMLInputElement>) => told(props.onInput, event.target.value),
  onKeyUp: (event: FormEvent<HTMLInputElement> & { key?: string }) => { if (event.key === 'Enter') told(props.onConfirm, event.currentTarget.value) },
})

export const View = element('div')
export const Text = element('span')
export const ScrollView = element('div')
/** On the web Taro hands these on to the picture it draws. */
export const Image = ({ nativeProps, ...props }: Props & { readonly nativeProps?: object }) => createElement('img', { ...attributes(props), ...nativeProps })
export const Canvas = element('canvas')
/** WeChat tells the page of a tap on its own button for the privacy guide, once it has noted it. */
export const Button = (props: Props) => createElement('button', { ...attributes(props), onClick: props.onAgreePrivacyAuthorization ?? props.onClick }, props.children)
export const Input = field('input')
export const Textarea = field('textarea')
