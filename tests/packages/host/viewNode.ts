/** Something whose methods a template's listeners name: a page, or a component without a state of its own. */
export interface Owner { readonly path: string; readonly handler: (name: string) => ((event: unknown) => unknown) | null }

export interface Listener { readonly name: string; readonly stops: boolean }
export interface ViewElement {
  readonly kind: 'element'
  readonly tag: string
  readonly attributes: Readonly<Record<string, unknown>>
  /** By the event's name in small letters. */
  readonly listeners: Readonly<Record<string, Listener>>
  readonly owner: Owner
  readonly parent: ViewElement | null
  readonly children: ViewNode[]
}
export interface ViewText { readonly kind: 'text'; readonly text: string }
export type ViewNode = ViewElement | ViewText

/** Everything readable in it, in order. */
export const textOf = (node: ViewNode): string => (node.kind === 'text' ? node.text : node.children.map(textOf).join(''))

/** It and all elements in it, in order. */
export const elementsIn = (nodes: readonly ViewNode[]): ViewElement[] =>
  nodes.flatMap((node) => (node.kind === 'text' ? [] : [node, ...elementsIn(node.children)]))
