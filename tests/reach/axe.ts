import { readFileSync } from 'node:fs'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const everything: RunOptions = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
}
/** What a theme can change. */
export const colours: RunOptions = { resultTypes: ['violations'], runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }

interface AxeWindow { readonly axe: { readonly run: (options: object) => Promise<AxeResults> } }

/** What axe finds wrong on the page as it stands, one line each. By the browser's own door, so that no policy of the page stops it. */
export const axeFindings = async (page: Page, options: RunOptions = everything): Promise<string[]> => {
  if (!await page.evaluate('"axe" in globalThis')) await page.evaluate(source)
  const { violations } = await page.evaluate((given) => (globalThis as unknown as AxeWindow).axe.run(given), options as object)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) =>
    `axe ${id}: ${html.slice(0, 160)} ${(failureSummary ?? '').split('\n').slice(1).map((line) => line.trim()).join('; ').slice(0, 240)}`))
}
