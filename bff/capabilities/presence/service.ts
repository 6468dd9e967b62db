import { distanceMetres } from '@shared/distance'
import { ContractError } from '@shared/errors'
import type { Place } from '@shared/halls'
import { linkOfCode } from '@shared/link'
import { checkStep, posterCode, readCode, screenCode, stepAt, STEP_MS } from './codes'
import type { PresenceHall, PresenceHalls, Signers } from './port'
import { issueProof, readProof, type Proof } from './proof'

const SCREEN_KEY_LENGTH = 32

export interface PresenceParts {
  readonly halls: PresenceHalls
  readonly signers: Signers
  /** Where citizens reach us; links begin with it. */
  readonly publicUrl: string
  /** How long a scan is good for. */
  readonly presenceSeconds: number
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

export interface Scan { readonly code: string; readonly place?: Place | undefined; readonly expectHallId?: string | undefined }
export interface ScanResult { hallId: string; mode: 'take' | 'look'; presence: string | null; expiresAt: number | null }

export interface PresenceService {
  /**
   * Reads a hall's code. Throws CODE_UNREADABLE, CODE_FORGED, CODE_OTHER_HALL, CODE_EXPIRED and,
   * for a poster that gives numbers, PLACE_NEEDED or PLACE_TOO_FAR with `distance` and `radius` in metres.
   */
  scan(scan: Scan): ScanResult
  /** The code a screen shows now. Throws HALL_NOT_FOUND. */
  codeFor(hallId: string): { code: string; link: string; asOf: number; changesAt: number }
  /** The link that opens a hall's screen, its key after `#`, and the poster's. Throws HALL_NOT_FOUND. */
  linksFor(hallId: string): { screen: string; poster: string }
  /** True for the key in the hall's screen link. */
  screenKeyValid(hallId: string, key: string): boolean
  /** Throws PRESENCE_REQUIRED, CODE_OTHER_HALL, PRESENCE_EXPIRED. Who may use the proof is for its taker to record. */
  verifyPresence(token: string, hallId: string, now: number): Proof
}

export const createPresenceService = ({ halls, signers, publicUrl, presenceSeconds, now }: PresenceParts): PresenceService => {
  const known = (hallId: string): PresenceHall => {
    const hall = halls.find(hallId)
    if (!hall) throw new ContractError('HALL_NOT_FOUND')
    return hall
  }
  const proven = (hallId: string, at: number): ScanResult => {
    const expiresAt = at + presenceSeconds * 1_000
    return { hallId, mode: 'take', presence: issueProof(signers.presence, hallId, expiresAt), expiresAt }
  }
  const screenText = (hallId: string): string => `screen:${hallId}`

  return {
    scan({ code, place, expectHallId }) {
      const read = readCode(signers.hallCode, code)
      const hall = halls.find(read.hallId)
      // Signed by us once, for a hall that is no more.
      if (!hall) throw new ContractError('CODE_FORGED')
      if (expectHallId && expectHallId !== read.hallId) throw new ContractError('CODE_OTHER_HALL')
      const at = now()
      if (read.kind === 'screen') {
        checkStep(read.step, at)
      } else if (hall.poster === 'look') {
        return { hallId: hall.hallId, mode: 'look', presence: null, expiresAt: null }
      } else {
        checkPlace(hall, place)
      }
      return proven(hall.hallId, at)
    },
    codeFor(hallId) {
      known(hallId)
      const asOf = now()
      const step = stepAt(asOf)
      const code = screenCode(signers.hallCode, hallId, step)
      return { code, link: linkOfCode(publicUrl, code), asOf, changesAt: (step + 1) * STEP_MS }
    },
    linksFor(hallId) {
      known(hallId)
      const key = signers.screen.sign(screenText(hallId), SCREEN_KEY_LENGTH)
      return {
        screen: `${publicUrl.replace(/\/$/, '')}/pages/screen/index?hall=${hallId}#key=${key}`,
        poster: linkOfCode(publicUrl, posterCode(signers.hallCode, hallId)),
      }
    },
    screenKeyValid: (hallId, key) => signers.screen.verify(screenText(hallId), key, SCREEN_KEY_LENGTH),
    verifyPresence: (token, hallId, at) => readProof(signers.presence, token, hallId, at),
  }
}

/** Rounded up, so that nobody reads “500 m away, allowed within 500 m”. */
const checkPlace = (hall: PresenceHall, place: Place | undefined): void => {
  if (!place) throw new ContractError('PLACE_NEEDED')
  const distance = Math.ceil(distanceMetres(place, hall.place))
  if (distance > hall.radiusMetres) throw new ContractError('PLACE_TOO_FAR', { distance, radius: hall.radiusMetres })
}
