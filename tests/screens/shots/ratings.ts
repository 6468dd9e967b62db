import type { Page } from 'playwright-core'
import type { Scene } from '../scene'
import { press, screen, state, type Shot } from '../shot'

const rating = (who: keyof Scene['visitors']) => (scene: Scene): string => `/pages/rate/index?id=${scene.visitors[who].ticketId}`

const rateOffline = async (page: Page): Promise<void> => {
  await page.context().setOffline(true)
  await page.getByRole('radio').first().tap()
  await page.getByRole('button', { name: /^(提交评价|Send)$/ }).tap()
  await page.clock.fastForward(20_000)
  await page.getByRole('button', { name: /^(现在再试|Try now)$/ }).waitFor()
}

/** Rating a visit, and what became of it. */
export const ratingsShots: readonly Shot[] = [
  screen('rate', 'Rate', 'finished', rating('finished'), { whole: true }),
  screen('rate-bad', 'Rate, dissatisfied', 'finished', rating('finished'), { whole: true, act: (page) => page.getByRole('radio').nth(3).tap() }),
  screen('rated', 'Rated', 'rated', rating('rated')),
  screen('rate-photos', 'Rate, with photos and words', 'finished', rating('finished'), { whole: true, act: (page) => page.getByRole('radio').first().tap() }),
  screen('rate-window', 'Rate, by the code on a window', 'finished', '/pages/rate/index?hall=demo&window=1', { whole: true }),
  state('rate-offline', 'Rated without a network: it waits', 'finished', rating('finished'), { act: rateOffline }),
  screen('ratings', 'My ratings', 'complained', '/pages/ratings/index', { whole: true }),
  state('ratings-empty', 'My ratings, none', 'newcomer', '/pages/ratings/index'),
  screen('rating', 'A bad rating, and what became of it', 'complained', ({ visitors }) => `/pages/ratings/rating/index?id=${visitors.complained.ticketId}`, { whole: true }),
  state('rating-delete', 'Delete a rating?', 'complained', ({ visitors }) => `/pages/ratings/rating/index?id=${visitors.complained.ticketId}`, { act: press(/^(删除评价|Delete)$/) }),
  state('rate-early', 'Rate, too early', 'waiting', rating('waiting')),
  state('rate-not-mine', 'Rate, somebody else’s visit', 'newcomer', rating('finished')),
  state('rate-error', 'Rate, not to be had', 'finished', rating('finished'), { network: 'failing' }),
  state('ratings-error', 'My ratings, not to be had', 'complained', '/pages/ratings/index', { network: 'failing' }),
  state('ratings-new', 'My ratings, not signed in', null, '/pages/ratings/index'),
  state('rating-gone', 'A rating, not there', 'newcomer', ({ visitors }) => `/pages/ratings/rating/index?id=${visitors.complained.ticketId}`),
]
