export type Options = Readonly<Record<string, unknown>>
/** What an act may know and say of the call it carries out. */
export interface Call {
  /** It was made while a tap of the citizen's was under way. */
  readonly touched: boolean
  /** From now on it is the citizen's turn, on a page of the app itself: nobody waits for this call to end. */
  readonly waitsForCitizen: () => void
}
/** Carries out a call; gives the fields of its success, or throws a `Refusal`. */
export type Act = (options: Options, call: Call) => object | Promise<object>
/** A call that answers at once, in whatever way the platform has it. */
export type AtOnce = (...given: never[]) => unknown

/** The fields of a failure, as the platform would hand them to `fail`. */
export class Refusal extends Error {
  constructor(readonly fields: object) { super(JSON.stringify(fields)) }
}
