import { Notice } from './Notice'

/** Says that what some systems keep cannot be read now; nothing when all of it can. `names`: theirs, for the citizen. */
export const SilentNotice = ({ names, said }: { names: readonly string[]; said: (names: string) => string }) =>
  (names.length === 0 ? null : <Notice tone='attention'>{said(names.join(' · '))}</Notice>)
