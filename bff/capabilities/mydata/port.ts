import type { LocalText } from '@shared/endpoint'
import type { KeptByLaw } from '@shared/myData'

/** Something that keeps things about citizens. */
export interface DataHolder {
  readonly part: string
  readonly title: LocalText
  /** Everything it holds about these accounts, numbers masked. */
  readonly held: (accounts: readonly string[], now: number) => Promise<readonly Record<string, unknown>[]>
  /** Erases it, and gives back what stands for others to use. May be repeated, and goes on where it was cut off. */
  readonly erase: (accounts: readonly string[], now: number) => Promise<void>
  /** What stays, and why. */
  readonly keeps?: (now: number) => readonly KeptByLaw[]
}
