import type { Endpoint, InputOf, OutputOf, StaffRole } from '@shared/endpoint'
import type { Endpoints, EndpointName } from '@shared/endpoints'
import type { Language } from '@shared/errors'
import type { Channel } from '@shared/identity'

export interface CitizenCaller {
  readonly citizenId: string
  /** Of the same person: `citizenId` first, then those joined to it. */
  readonly accounts: readonly string[]
  /** The account they signed in to: of `accounts`. */
  readonly account: string
  readonly name: string; readonly channel: Channel; readonly deviceId: string; readonly realName: boolean; readonly expiresAt: number
}
export interface StaffCaller {
  readonly account: string
  readonly role: StaffRole
  readonly halls: readonly string[]
  /** They have yet to set up their second factor, and may do nothing else. */
  readonly enrolling: boolean
}

/** Who calls and how, as far as the endpoint's `caller` asks. */
export interface Call {
  readonly requestId: string
  readonly language: Language
  /** The client's address, for limits only; never logged. */
  readonly address: string
  /** The page's origin, as the browser states it. */
  readonly origin: string
  readonly token: string
  readonly idempotencyKey: string
  /** Set when the endpoint's caller is `citizen`. */
  readonly citizen: CitizenCaller
  /** Set when the endpoint's caller is a list of roles. */
  readonly staff: StaffCaller
  /** Set when the endpoint takes an `upload`. */
  readonly file: Buffer
}

/** An answer that is serialized already, for what is the same for everyone. */
export class Serialized<T> {
  declare readonly of: T
  /** @param holds whether it is still what a new look would find, asked before it is told to the next; without it, it is told once */
  constructor(readonly json: string, readonly holds?: () => boolean) {}
}

export type Handler<E extends Endpoint> = (input: InputOf<E>, call: Call) => Promise<OutputOf<E> | Serialized<OutputOf<E>>>
export type Handlers<Names extends EndpointName> = { readonly [N in Names]: Handler<Endpoints[N]> }

/** How the server knows its callers; each gives null for a token or key that is worth nothing. */
export interface Authenticators {
  readonly citizen: (token: string) => Promise<CitizenCaller | null>
  readonly staff: (token: string) => Promise<StaffCaller | null>
  readonly screen: (hallId: string, key: string) => boolean
}
