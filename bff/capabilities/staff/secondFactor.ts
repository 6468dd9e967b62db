import { randomBytes } from 'node:crypto'
import { ContractError } from '@shared/errors'
import { matches, type Attempts, type Proof } from './attempts'
import type { Factor, FactorAct, FactorEvent, FactorStore, Sealing, StaffAccount } from './port'
import { isRecoveryCode, newRecoveryCodes, recoveryHash } from './recovery'
import { isCodeOf, newSecret, stepOf, uriOf } from './totp'

/** Time to find the phone and the app, and no more. */
const ENROLMENT_MS = 15 * 60_000
const MARK_BYTES = 16

/** Whose session asks: one's own, in which the factor is changed. */
export interface Self { readonly account: string; readonly tokenHash: string }
export interface Credentials { readonly password: string; readonly otp?: string | undefined }
/** The only moment at which secret and recovery codes are told. */
export interface BegunEnrolment {
  readonly enrolmentId: string
  readonly uri: string
  readonly secret: string
  readonly recoveryCodes: string[]
  readonly expiresAt: number
}

export interface SecondFactors {
  /** Spends the code, if it is a right one. Without a factor anything is right. */
  readonly prove: (account: string, factor: Factor, otp: string | undefined) => Promise<Proof>
  /** Nothing changes before it is confirmed. Throws as signing in does. */
  readonly begin: (self: Self, credentials: Credentials) => Promise<BegunEnrolment>
  /**
   * The very same again gives the same, for the first answer may have been lost. Throws SECOND_FACTOR_WRONG, and
   * ENROLMENT_NOT_FOUND for what is over, was begun anew, or is another session's.
   */
  readonly confirm: (self: Self, enrolmentId: string, otp: string) => Promise<void>
  /** Does without one. Throws as signing in does. */
  readonly end: (self: Self, credentials: Credentials) => Promise<void>
  /** Takes away somebody's; who may is decided before. */
  readonly reset: (account: string, by: string) => Promise<void>
}

export interface SecondFactorOptions {
  readonly store: FactorStore
  readonly sealing: Sealing
  readonly clock: () => number
  readonly attempts: Attempts
  readonly audit: (event: FactorEvent) => void
  /** To be called when sessions of an account may have ended, or become more. */
  readonly doubt: (account: string) => void
}

export const contextOf = (account: string): string => `staff second factor ${account}`
const newMark = (): string => randomBytes(MARK_BYTES).toString('base64url')

export const createSecondFactors = ({ store, sealing, clock, attempts, audit, doubt }: SecondFactorOptions): SecondFactors => {
  const note = (act: FactorAct, account: string, by = account): void => audit({ act, account, by })
  const secretOf = (account: string, sealed: string): string | null => {
    const secret = sealing.open(sealed, contextOf(account))
    // Its key is gone: recovery codes still open the account, and an operator can reset it.
    if (secret === null) note('unreadable', account)
    return secret
  }
  const spendRecovery = async (account: string, mark: string, otp: string): Promise<boolean> => {
    const isRight = await store.spendRecovery(account, mark, recoveryHash(account, otp))
    if (isRight) note('recovery code used', account)
    return isRight
  }
  const spendCode = async (account: string, mark: string, sealed: string, otp: string): Promise<boolean> => {
    const secret = secretOf(account, sealed)
    const step = secret === null ? null : stepOf(secret, otp, clock())
    return step !== null && store.spendStep(account, mark, step)
  }
  const prove: SecondFactors['prove'] = async (account, { mark, sealed }, otp) => {
    if (sealed === null) return 'right'
    if (otp === undefined) return 'missing'
    const isRight = isRecoveryCode(otp) ? await spendRecovery(account, mark, otp) : await spendCode(account, mark, sealed, otp)
    if (!isRight) note('refused', account)
    return isRight ? 'right' : 'wrong'
  }
  /** Password and, where there is a factor, its code; gives the factor that was proved. */
  const proven = async (account: string, { password, otp }: Credentials): Promise<Factor> => {
    const factor = await store.readFactor(account)
    await attempts.inTurn((): Promise<StaffAccount> => attempts.attempt(account, matches(password), () => prove(account, factor, otp)))
    return factor
  }
  /** Whether this session confirmed this enrolment before, with this code. */
  const confirmedBefore = async ({ account, tokenHash }: Self, enrolmentId: string, otp: string): Promise<boolean> => {
    const { mark, sealed, keeps, firstStep } = await store.readFactor(account)
    if (sealed === null || mark !== enrolmentId || keeps !== tokenHash) throw new ContractError('ENROLMENT_NOT_FOUND')
    const secret = secretOf(account, sealed)
    return secret !== null && isCodeOf(secret, otp, firstStep)
  }

  return {
    prove,

    begin: async ({ account, tokenHash }, credentials) => {
      const { mark } = await proven(account, credentials)
      const secret = newSecret()
      const recoveryCodes = newRecoveryCodes()
      const enrolmentId = newMark()
      const enrolment = { enrolmentId, keeps: tokenHash, sealed: sealing.seal(secret, contextOf(account)), recovery: recoveryCodes.map((code) => recoveryHash(account, code)) }
      const expiresAt = clock() + ENROLMENT_MS
      if (!await store.saveEnrolment(account, mark, enrolment, ENROLMENT_MS)) throw new ContractError('UNAUTHENTICATED')
      note('begun', account)
      return { enrolmentId, uri: uriOf(secret, account), secret, recoveryCodes, expiresAt }
    },

    confirm: async (self, enrolmentId, otp) => {
      const { account, tokenHash } = self
      const enrolment = await store.readEnrolment(account)
      const isMine = enrolment !== null && enrolment.enrolmentId === enrolmentId && enrolment.keeps === tokenHash
      const secret = isMine ? secretOf(account, enrolment.sealed) : null
      const step = secret === null ? null : stepOf(secret, otp, clock())
      if (step !== null && await store.confirmEnrolment(account, enrolmentId, step).finally(() => doubt(account))) return note('confirmed', account)
      if (isMine && step === null) throw new ContractError('SECOND_FACTOR_WRONG')
      if (!await confirmedBefore(self, enrolmentId, otp)) throw new ContractError('SECOND_FACTOR_WRONG')
      return doubt(account)
    },

    end: async ({ account, tokenHash }, credentials) => {
      const { mark, sealed } = await proven(account, credentials)
      if (sealed === null) return
      const isDropped = await store.dropFactor(account, mark, { mark: newMark(), keeps: tokenHash }).finally(() => doubt(account))
      // Another took its place meanwhile: the code that was given is not its code.
      if (!isDropped) throw new ContractError('SECOND_FACTOR_WRONG')
      note('ended', account)
    },

    reset: async (account, by) => {
      const isDropped = await store.dropFactor(account, null, { mark: newMark(), keeps: null }).finally(() => doubt(account))
      if (isDropped) note('reset', account, by)
    },
  }
}
