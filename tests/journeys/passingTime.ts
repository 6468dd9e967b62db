import { serviceDay, startOfDay } from '@shared/time'
import type { Page } from 'playwright-core'
import { systemClock, type Clock } from '../../bff/platform/clock'

/** A time that is put on where people would wait: the city's by `clock`, and with it that of every page that lives in it. */
export interface PassingTime {
  readonly clock: Clock
  /** Before the page is opened. */
  readonly joins: (page: Page) => Promise<void>
  /** Closes the page with its device. */
  readonly leaves: (page: Page) => Promise<void>
  /** Puts all clocks on by so many milliseconds; what a page would have done by then it does, once. */
  readonly passes: (ms: number) => Promise<void>
}

const DAY_MS = 86_400_000
const TEN_MS = 10 * 3_600_000

/** Begins at the next ten in the morning, so that no day ends meanwhile. */
export const createPassingTime = (): PassingTime => {
  const start = systemClock()
  const ten = startOfDay(serviceDay(start)) + TEN_MS
  let ahead = (ten < start ? ten + DAY_MS : ten) - start
  const clock = (): number => systemClock() + ahead
  const pages = new Set<Page>()
  return {
    clock,
    joins: async (page) => {
      await page.clock.install({ time: clock() })
      pages.add(page)
    },
    leaves: async (page) => {
      pages.delete(page)
      await page.context().close()
    },
    passes: async (ms) => {
      ahead += ms
      for (const page of pages) await page.clock.fastForward(ms)
    },
  }
}
