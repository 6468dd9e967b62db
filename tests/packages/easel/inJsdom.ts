import { JSDOM, VirtualConsole } from 'jsdom'
import { viewProgram } from './bundle'
import type { EaselWindow, ToldEvent, ViewConfig } from './protocol'

interface EaselParts {
  readonly config: ViewConfig
  readonly onEvent: (told: ToldEvent) => void
  readonly report: (thrown: unknown) => void
}

/** A window without a screen that holds the view half. */
export const openEasel = ({ config, onEvent, report }: EaselParts) => {
  const virtualConsole = new VirtualConsole()
  virtualConsole.on('jsdomError', (error: Error & { detail?: unknown }) => { if (!error.message.startsWith('Not implemented')) report(error.detail ?? error) })
  const dom = new JSDOM('<body></body>', { runScripts: 'outside-only', virtualConsole, pretendToBeVisual: true })
  const { window } = dom
  const outside = window as unknown as EaselWindow & { easelEvent: unknown; easelFault: unknown }
  outside.easelEvent = (told: string) => { onEvent(JSON.parse(told) as ToldEvent) }
  outside.easelFault = (message: string) => { report(new Error(message)) }
  window.eval(viewProgram())
  outside.easel.start(JSON.stringify(config))
  return {
    ...outside.easel,
    /** What is on the screen now. */
    root: (): Element | null => [...window.document.querySelectorAll<HTMLElement>('wx-webview')].find(({ style }) => style.display !== 'none') ?? null,
    dispose: (): void => { window.close() },
  }
}
export type Easel = ReturnType<typeof openEasel>
