/** What the logic half and the view half of a running package say to each other, as JSON, for they share no memory on a phone either. */

export interface ComponentConfig {
  readonly path: string
  readonly using: Readonly<Record<string, string>>
  readonly properties: readonly string[]
  readonly virtualHost: boolean
  readonly handlers: readonly string[]
}

/** Said once, at the start. */
export interface ViewConfig {
  readonly code: string
  /** Native elements by tag, with the attributes the templates give them. */
  readonly natives: Readonly<Record<string, readonly string[]>>
  readonly components: readonly ComponentConfig[]
}

export interface PageConfig {
  readonly id: number
  readonly path: string
  readonly using: Readonly<Record<string, string>>
  readonly data: Readonly<Record<string, unknown>>
  readonly handlers: readonly string[]
}

/** What an event tells a handler of the logic half. */
export interface ToldEvent {
  readonly page: number
  /** The component whose template named the handler; null when it was the page's own. */
  readonly component: string | null
  readonly handler: string
  readonly event: Readonly<Record<string, unknown>>
}

/** What hangs on the window that holds the view. Everything handed over is JSON. */
export interface EaselWindow {
  readonly easel: {
    readonly start: (config: string) => void
    readonly open: (page: string) => void
    readonly change: (id: number, change: string) => void
    readonly close: (id: number) => void
    readonly show: (id: number) => void
    readonly tap: (element: Element) => void
    /** Types into a field, replacing what it held; false when it is none. */
    readonly input: (element: Element, text: string) => boolean
    /** Raises an event of a native element's own. */
    readonly raise: (element: Element, event: string, detail: string) => void
    /** What a native element was given, by the attribute's name. */
    readonly given: (element: Element) => Readonly<Record<string, unknown>>
    /** The events its template listens for on it. */
    readonly events: (element: Element) => readonly string[]
  }
  readonly easelEvent: (told: string) => void
  readonly easelFault: (message: string) => void
}
