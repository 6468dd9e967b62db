/** Whether messages may be sent to the citizen, as the platform keeps it for one mini-program. It outlives the app. */
export interface Subscriptions {
  /** What the citizen answers to the next question. `ban`: the platform itself has shut the template (WeChat only). */
  answer: 'accept' | 'reject' | 'ban'
  /** Whether “always keep this choice” is ticked with it. */
  keep: boolean
  /** Alipay: the citizen closes the question without an answer. */
  closes: boolean
  /** All messages of the mini-program, on or off in the platform's settings. */
  mainSwitch: boolean
  /** The platform's own failure of the next question, by its number. */
  failure: number | null
  readonly kept: Map<string, 'accept' | 'reject'>
  /** Every question the citizen was shown, by its templates. */
  readonly shown: (readonly string[])[]
}

export const createSubscriptions = (before?: Subscriptions): Subscriptions => ({
  answer: 'reject', keep: false, closes: false, mainSwitch: before?.mainSwitch ?? true, failure: null, kept: new Map(before?.kept), shown: [],
})

/** Shows the question unless each template has a kept answer; gives what is answered for each. */
export const answersTo = (subscriptions: Subscriptions, templateIds: readonly string[]): { readonly shown: boolean; readonly answers: Readonly<Record<string, string>> } => {
  const { kept, answer, keep } = subscriptions
  const open = templateIds.filter((id) => !kept.has(id))
  if (open.length > 0) subscriptions.shown.push(templateIds)
  if (keep && answer !== 'ban') for (const id of open) kept.set(id, answer)
  return { shown: open.length > 0, answers: Object.fromEntries(templateIds.map((id) => [id, kept.get(id) ?? answer])) }
}
