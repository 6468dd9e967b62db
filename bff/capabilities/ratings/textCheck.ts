/** Looks whether words may be shown to others. */
export interface TextCheck {
  /**
   * Never throws, and takes 1.5 s at most. `unchecked` when nobody could say: then the words go through, for a rating is not lost
   * because a checker is away.
   * @param citizenId null for who is not signed in
   */
  readonly check: (text: string, citizenId: string | null) => Promise<'pass' | 'refused' | 'unchecked'>
}
