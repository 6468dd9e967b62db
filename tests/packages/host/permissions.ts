/** What the citizen says when the platform asks for something: yes, no, or no with “always keep this choice” ticked. */
export type Answer = 'yes' | 'no' | 'never'
export type Scope = 'place' | 'camera' | 'album' | 'calendar'

/** What one mini-program was allowed on one phone. It outlives the app, as the platform keeps it. */
export interface Permissions {
  /** What the citizen says the next time they are asked. */
  readonly answers: Record<Scope, Answer>
  /** What the citizen turns on or off as soon as the platform's settings are open. */
  switches: Partial<Record<Scope, boolean>>
  /** What the platform remembers. */
  readonly remembered: Map<Scope, boolean>
  /** Every question the citizen was shown, in order. */
  readonly shown: Scope[]
}

export const createPermissions = (before?: Permissions): Permissions => ({
  answers: { place: 'yes', camera: 'yes', album: 'yes', calendar: 'yes' }, switches: {}, remembered: new Map(before?.remembered), shown: [],
})

/** Shows the question, once per call. */
export const ask = ({ answers, shown }: Permissions, scope: Scope): Answer => {
  shown.push(scope)
  return answers[scope]
}

/** The settings page: of the scopes a platform has, it shows those asked for before (both platforms' pages of `openSetting` say so). */
export const openSettings = ({ switches, remembered, shown }: Permissions, known: readonly Scope[]): Partial<Record<Scope, boolean>> => {
  for (const scope of known) {
    const wanted = switches[scope]
    if (wanted !== undefined && (remembered.has(scope) || shown.includes(scope))) remembered.set(scope, wanted)
  }
  return Object.fromEntries(remembered)
}
