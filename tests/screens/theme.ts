import type { Page } from 'playwright-core'
import type { Theme } from './looks'

/**
 * The other theme, without loading the page anew: it is the page's class and nothing else. Gives how many pages were turned;
 * one that follows its browser is taken for light, as the browsers of the tests are unless told otherwise.
 */
export const turnTo = (page: Page, theme: Theme): Promise<number> => page.evaluate((wanted) => {
  const others = wanted === 'dark' ? ['is-light', 'is-auto'] : ['is-dark']
  const pages = [...document.querySelectorAll('.yc-page')].filter(({ classList }) => others.some((one) => classList.contains(one)))
  for (const { classList } of pages) { classList.remove(...others); classList.add(`is-${wanted}`) }
  return pages.length
}, theme)
