import { createHash, randomBytes } from 'node:crypto'
import { ContractError } from '@shared/errors'
import { LRUCache } from 'lru-cache'
import { RushMeter } from './meter'
import type { Signer } from './port'

/** Long enough to fetch a challenge while the last minute before a release runs. */
const LIFE_MS = 120_000
/** 96 bits. */
const MAC_LENGTH = 16
/** With a nonce it fits one block of SHA-256, 55 characters, so that a try costs the phone as little as can be. */
const WORK = /^((\d{1,2}\.([0-9a-z]{8,9})\.[A-Za-z0-9_-]{8})\.([A-Za-z0-9_-]{16}))\.[0-9a-z]{1,12}$/
const MOST_SPENT = 100_000

export interface RushParts {
  readonly signer: Signer
  readonly clock: () => number
  /** More holds a second than this are a rush. */
  readonly rate: number
  /** Zero bits asked for; 0: no work is ever asked for. */
  readonly bits: number
}

export interface RushService {
  readonly challenge: (citizenId: string) => { readonly needed: boolean; readonly challenge: string; readonly bits: number; readonly asOf: number }
  /** Counts an act, and throws WORK_NEEDED when a rush is on and `work` is not worth it. The same key may repeat its work. */
  readonly admit: (citizenId: string, key: string, work: string | undefined) => void
}

const zeroBits = (text: string): number => Math.clz32(createHash('sha256').update(text).digest().readUInt32BE(0))

/** Asks for work in a rush: nothing to a person's phone, something to who would ask for thousands of places. */
export const createRushService = ({ signer, clock, rate, bits }: RushParts): RushService => {
  const meter = new RushMeter(rate)
  /** The key that each challenge was used for. */
  const spent = new LRUCache<string, string>({ max: MOST_SPENT })
  const needed = (now: number): boolean => bits > 0 && meter.isOn(now)

  const isWorth = (citizenId: string, key: string, work: string, now: number): boolean => {
    const [, challenge = '', text = '', expires = '', mac = ''] = WORK.exec(work) ?? []
    if (!challenge || Number.parseInt(expires, 36) <= now || !signer.verify(`${text} ${citizenId}`, mac, MAC_LENGTH)) return false
    if (zeroBits(work) < Number.parseInt(text, 10)) return false
    const before = spent.get(challenge)
    if (before === undefined) spent.set(challenge, key)
    return before === undefined || before === key
  }

  return {
    challenge: (citizenId) => {
      const now = clock()
      const text = `${bits}.${(now + LIFE_MS).toString(36)}.${randomBytes(6).toString('base64url')}`
      return { needed: needed(now), challenge: `${text}.${signer.sign(`${text} ${citizenId}`, MAC_LENGTH)}`, bits, asOf: now }
    },
    admit: (citizenId, key, work) => {
      const now = clock()
      meter.count(now)
      if (needed(now) && !(work && isWorth(citizenId, key, work, now))) throw new ContractError('WORK_NEEDED')
    },
  }
}
