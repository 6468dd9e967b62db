import type { LocalText } from '@shared/endpoint'
import type { KeptByLaw } from '@shared/myData'

/** Whose things they are: all accounts of a person, the one that stands for them first, and by which of them they are here. */
export interface Holder { readonly accounts: readonly string[]; readonly account: string }

/** Something that keeps things about citizens. */
export interface DataHolder {
  readonly part: string
  readonly title: LocalText
  /** Everything it holds about these accounts, numbers masked. */
  readonly held: (accounts: readonly string[], now: number) => Promise<readonly Record<string, unknown>[]>
  /** Erases it, and gives back what stands for others to use. May be repeated, and goes on where it was cut off. Throws UNAVAILABLE when it cannot be reached whole. */
  readonly erase: (holder: Holder, now: number) => Promise<void>
  /** What stays, and why. */
  readonly keeps?: (now: number) => readonly KeptByLaw[]
}
