import { createHmac } from 'node:crypto'
import { ContractError } from '@shared/errors'
import type { RealNameView } from '@shared/realName'
import type { Accounts } from './accounts'
import type { CitizenRecord, FaceCheck, FaceCheckStore, KeptRealName, Sealing } from './port'

/** The longest a platform's check may take (Alipay: 23 hours), and for how long its answer is told again. */
const CHECK_MS = 24 * 3_600_000

interface Begun {
  readonly account: string; readonly name: string; readonly idNumber: string; readonly digest: string; readonly begunAt: number
  /** Null until the platform has answered. */
  readonly platform: { readonly platformId: string; readonly url: string | null; readonly expiresAt: number } | null
}
/** Afterwards no name and no number is kept with the check. */
interface Passed { readonly account: string; readonly joined: boolean }

export interface RealNameParts {
  readonly accounts: Accounts
  readonly checks: readonly FaceCheck[]
  readonly store: FaceCheckStore
  readonly sealing: Sealing
  readonly clock: () => number
  /** Keys the names of checks, which a citizen and their key make. */
  readonly checkKey: Buffer
  /** The person of these accounts has changed. */
  readonly changed: (accounts: readonly string[]) => void
}

const view = ({ shown, idMasked, by, at }: KeptRealName): RealNameView => ({ name: shown, idMasked, by, at })

/** Confirms who a citizen is by their platform's face check. Every refusal is a ContractError, and none names a number. */
export class RealNameService {
  constructor(private readonly parts: RealNameParts) {}

  async read({ citizenId, channel }: CitizenRecord): Promise<{ realName: RealNameView | null; way: 'face' | 'unified' }> {
    const kept = await this.parts.accounts.readRealName(citizenId)
    return { realName: kept && view(kept), way: channel === 'web' ? 'unified' : 'face' }
  }

  async begin(citizen: CitizenRecord, key: string, { name, idNumber }: { readonly name: string; readonly idNumber: string }) {
    const check = this.checkOf(citizen)
    if (citizen.realName) throw new ContractError('REAL_NAME_KNOWN')
    const subject = await this.parts.accounts.handleOf([citizen.account], citizen.channel)
    if (subject === null) throw new ContractError('UNAUTHENTICATED')
    const checkId = this.idOf(citizen.account, key)
    const wanted: Begun = { account: citizen.account, name, idNumber, digest: this.hash('act', `${name}\n${idNumber}`), begunAt: this.parts.clock(), platform: null }
    const kept = this.open(checkId, await this.parts.store.begin(checkId, this.seal(checkId, wanted), CHECK_MS))
    if (!kept || !('digest' in kept)) throw new ContractError('CHECK_NOT_FOUND')
    if (kept.digest !== wanted.digest) throw new ContractError('IDEMPOTENCY_KEY_REUSED')
    await this.parts.accounts.give(citizen.citizenId, ['idNumber', 'face'])
    const platform = kept.platform ?? await check.begin({ checkId, name, idNumber, subject })
    await this.write(checkId, { ...kept, platform })
    return { checkId, ...platform }
  }

  /** What came of it. Throws CHECK_PENDING, FACE_REFUSED, REAL_NAME_KNOWN, and CHECK_NOT_FOUND, also for somebody else's check. */
  async finish(citizen: CitizenRecord, checkId: string): Promise<{ realName: RealNameView; joined: boolean }> {
    const sealed = await this.parts.store.read(checkId)
    const kept = sealed === null ? null : this.open(checkId, sealed)
    if (!kept || kept.account !== citizen.account) throw new ContractError('CHECK_NOT_FOUND')
    if ('joined' in kept) return this.told(citizen.citizenId, kept.joined)
    const subject = await this.parts.accounts.handleOf([citizen.account], citizen.channel)
    if (kept.platform === null || subject === null) throw new ContractError('CHECK_NOT_FOUND')
    const { name, idNumber, begunAt } = kept
    const consents = await this.parts.accounts.consentsOf(citizen.accounts)
    // What was consented to when it began was taken back since.
    if (consents.some(({ kind, withdrawnAt }) => kind !== 'privacy' && (withdrawnAt ?? -1) >= begunAt)) throw new ContractError('CHECK_NOT_FOUND')
    const outcome = await this.checkOf(citizen).result({ checkId, name, idNumber, subject, platformId: kept.platform.platformId })
    if (outcome === 'pending') throw new ContractError('CHECK_PENDING')
    if (outcome === 'refused') throw new ContractError('FACE_REFUSED')
    if (outcome === 'gone') throw new ContractError('CHECK_NOT_FOUND')
    const { citizenId, joined } = await this.parts.accounts.confirm(citizen.account, { name, idNumber }, 'face')
    await this.write(checkId, { account: citizen.account, joined })
    this.parts.changed([citizen.account, citizenId])
    return this.told(citizenId, joined)
  }

  private async told(citizenId: string, joined: boolean): Promise<{ realName: RealNameView; joined: boolean }> {
    const kept = await this.parts.accounts.readRealName(citizenId)
    if (!kept) throw new ContractError('CHECK_NOT_FOUND')
    return { realName: view(kept), joined }
  }

  private checkOf({ channel }: CitizenRecord): FaceCheck {
    if (channel === 'web') throw new ContractError('FACE_NOT_OFFERED')
    const found = this.parts.checks.find((one) => one.channel === channel)
    if (!found) throw new ContractError('IDENTITY_UNAVAILABLE')
    return found
  }

  /** `v` and 124 bits in base 36: the same citizen with the same key names the same check. */
  private idOf(account: string, key: string): string {
    return `v${BigInt(`0x${this.hash(account, key)}`).toString(36).padStart(24, '0').slice(-24)}`
  }

  private hash(purpose: string, text: string): string {
    return createHmac('sha256', this.parts.checkKey).update(`${purpose}\n${text}`).digest('hex')
  }

  private seal(checkId: string, check: Begun | Passed): string {
    return this.parts.sealing.seal(JSON.stringify(check), checkId)
  }

  private open(checkId: string, sealed: string): Begun | Passed | null {
    const text = this.parts.sealing.open(sealed, checkId)
    return text === null ? null : JSON.parse(text) as Begun | Passed
  }

  private write(checkId: string, check: Begun | Passed): Promise<void> {
    return this.parts.store.write(checkId, this.seal(checkId, check), CHECK_MS)
  }
}
