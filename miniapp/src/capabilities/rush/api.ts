import { currentLanguage } from '@/i18n'
import { asApiError, call, now, pause } from '@/platform'
import { solve } from './solve'
import { createRushWorker } from './worker'

/** Used for one citizen after another: a challenge is bound to who asked for it, and what is left over is refused and made anew. */
export const { prepare, holdWithWork } = createRushWorker({
  challenge: () => call('readChallenge', {}),
  solve: (challenge, bits) => solve(challenge, bits, { now, pause }),
  codeOf: (failure) => {
    const { code } = asApiError(failure, currentLanguage())
    return code === 'OFFLINE' ? null : code
  },
  now, pause, random: Math.random,
})
