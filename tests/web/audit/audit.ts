import path from 'node:path'
import { run } from '../../../scripts/programs.mjs'
import { openFresh } from './freshBrowser'

export type Category = 'performance' | 'accessibility' | 'best-practices'
export interface Audited {
  /** Where the page stood at last: a page that sent its visitor elsewhere was not the one that was meant. */
  readonly address: string
  /** Of a hundred. */
  readonly scores: Readonly<Partial<Record<Category, number>>>
  /** Milliseconds, the shift of the layout excepted; only with `performance`. */
  readonly numbers: Readonly<Record<string, number>>
  readonly warnings: readonly string[]
  /** What cost points, in Lighthouse's words. */
  readonly faults: readonly string[]
}

interface Wanted {
  readonly url: string
  /** Who is signed in; nobody when left out. */
  readonly token?: string
  readonly categories: readonly Category[]
  /** As on Lighthouse's phone: a slow 4G and a processor of a quarter. */
  readonly throttled?: boolean
}

/** Lighthouse's mobile audit of one page, in a Chromium of its own that has never seen the place before. */
export const audit = async ({ url, token, categories, throttled = false }: Wanted): Promise<Audited> => {
  const browser = await openFresh(url, token)
  try {
    const asked = JSON.stringify({ port: browser.port, url, categories, throttled })
    const { code, stdout, output } = await run(process.execPath, [path.join(__dirname, 'lighthouse.mjs'), asked])
    if (code !== 0) throw new Error(`Lighthouse failed on ${url}: ${output.trim().slice(-2_000)}`)
    return JSON.parse(stdout) as Audited
  } finally {
    await browser.close()
  }
}
