import type { BrowserContext } from 'playwright-core'
import { systemClock } from '../../bff/platform/clock'

const kept = (value: unknown): string => JSON.stringify({ data: { version: 1, value } })

/** What the browser of somebody who has signed in remembers. */
export const memoryOf = (token: string): Readonly<Record<string, string>> =>
  ({ 'yichuang.session': kept({ token, name: '演*', expiresAt: systemClock() + 86_400_000 }) })

/** Signs in whoever opens a page in this context. */
export const rememberSignIn = (context: BrowserContext, token: string): Promise<unknown> =>
  context.addInitScript((entries) => { for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value) }, memoryOf(token))
