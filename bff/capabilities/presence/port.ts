import type { Place } from '@shared/halls'

/** What presence must know of a hall. */
export interface PresenceHall {
  readonly hallId: string
  readonly place: Place
  /** What the printed code gives: a number to those whose phone is near, or only a look. */
  readonly poster: 'place' | 'look'
  readonly radiusMetres: number
}
export interface PresenceHalls {
  find(hallId: string): PresenceHall | undefined
}

/** Signs texts under one key, used for one purpose. */
export interface Signer {
  /** `length` characters of `A-Za-z0-9_-`, 6 bits each. */
  sign(text: string, length: number): string
  /** True when `mac` is what `sign` gives for its length; takes the same time however much of it is right. */
  verify(text: string, mac: string, length: number): boolean
}

/** A key of its own for each purpose. */
export interface Signers { readonly hallCode: Signer; readonly presence: Signer; readonly screen: Signer }
