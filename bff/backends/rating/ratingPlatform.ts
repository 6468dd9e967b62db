import { createHmac } from 'node:crypto'
import type { RatingDelivery } from '../../capabilities/ratings/port'
import type { Clock } from '../../platform/clock'
import type { Logger } from '../../platform/logger'
import type { System } from '../systems'
import type { Upstream } from '../upstream'
import { AHEAD_OF_THEM, DONE, isAboutContent, OVERTAKEN, THERE_ALREADY, wireAnswer, wirePair, wireRating } from './wire'

export interface RatingPlatformTerms {
  /** 应用标识, by which the platform knows us; its key is the system's. */
  readonly appId: string
  /** 评价渠道 (`pf`). */
  readonly channel: string
}

/**
 * The city's rating platform (好差评平台). A rating is named by its visit or case, of which the platform takes one, and is told
 * as it stands now: given, changed, or taken back. Sending it again, or in another order, is harmless: “it is there already” is
 * delivered. Refused for good is only what the platform says of the rating itself;
 * a wrong key, a wrong clock and whatever has no code of theirs is tried later.
 */
export const createRatingPlatform = (
  upstream: Upstream, { systemId, url, key }: Pick<System, 'systemId' | 'url' | 'key'>, clock: Clock, logger: Logger, { appId, channel }: RatingPlatformTerms,
): RatingDelivery => {
  const signed = (body: string): Readonly<Record<string, string>> => {
    const timestamp = String(clock())
    return { 'X-App-Id': appId, 'X-Timestamp': timestamp, 'X-Sign': createHmac('sha256', key).update(`${appId}${timestamp}${body}`).digest('hex') }
  }

  return {
    deliver: async (rating) => {
      const name = rating.deleted ? 'cancel' : rating.revision > 1 ? 'update' : 'save'
      const content = JSON.stringify(rating.deleted ? wirePair(rating) : wireRating(rating, channel))
      const outcome = await upstream.call({
        name, method: 'POST', url: `${url}/api/assess/${name}`, repeatable: true, answer: wireAnswer,
        text: { type: 'application/json', content }, headers: signed(content),
      })
      if (outcome.kind === 'rejected') logger.warn({ system: systemId, status: outcome.status }, 'the rating platform turned us away')
      if (outcome.kind !== 'answered') return { kind: 'later' }
      const { code } = outcome.value
      if (code === DONE || code === THERE_ALREADY || OVERTAKEN.includes(code)) return { kind: 'delivered' }
      if (isAboutContent(code) && code !== AHEAD_OF_THEM) return { kind: 'refused', code }
      logger.warn({ system: systemId, said: code }, 'the rating platform took no rating')
      return { kind: 'later' }
    },
  }
}
