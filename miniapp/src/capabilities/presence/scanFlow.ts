import type { ErrorCode } from '@shared/errors'
import { codeInLaunch, type LaunchQuery } from '@shared/link'
import type { Scanned } from '@/platform/scanned'

/** A way on from the scan page. */
export type ScanWay = 'scan' | 'scanAgain' | 'scanScreen' | 'placeAllow' | 'placeAgain' | 'placeSettings' | 'tryAgain' | 'hall' | 'halls'

/** Where the scan page stands. */
export type ScanStep =
  /** Nothing was scanned: offer the camera. */
  | { readonly step: 'start' }
  | { readonly step: 'checking'; readonly code: string }
  | { readonly step: 'locating'; readonly code: string }
  /** The code is a poster's: explain, then ask for the place. */
  | { readonly step: 'place'; readonly code: string }
  | { readonly step: 'placeRefused'; readonly code: string }
  | { readonly step: 'cameraFailed' }
  | { readonly step: 'refused'; readonly code: string; readonly why: ErrorCode }
  /** No answer, or the server is in trouble; the code is still good to try. */
  | { readonly step: 'failed'; readonly code: string; readonly why: ErrorCode | null }

/** The first step, from whatever opened the page. */
export const firstStep = (query: LaunchQuery): ScanStep => {
  if (Object.values(query).every((value) => value === undefined)) return { step: 'start' }
  const code = codeInLaunch(query)
  return code === null ? { step: 'refused', code: '', why: 'CODE_UNREADABLE' } : { step: 'checking', code }
}

/** The step after the in-app scanner; closing it changes nothing. */
export const afterScanner = (scanned: Scanned, before: ScanStep): ScanStep => {
  switch (scanned.kind) {
    case 'read': return firstStep({ text: scanned.text })
    case 'unreadable': return { step: 'refused', code: '', why: 'CODE_UNREADABLE' }
    case 'refused': return { step: 'cameraFailed' }
    case 'cancelled': return before
  }
}

/** The step after POST /api/scans failed with this code; null stands for no answer. */
export const afterFailure = (code: string, why: ErrorCode | null): ScanStep => {
  switch (why) {
    case 'PLACE_NEEDED': return { step: 'place', code }
    case 'CODE_UNREADABLE': case 'CODE_FORGED': case 'CODE_EXPIRED': case 'CODE_OTHER_HALL': case 'PLACE_TOO_FAR': case 'INVALID_INPUT':
      return { step: 'refused', code, why: why === 'INVALID_INPUT' ? 'CODE_UNREADABLE' : why }
    default: return { step: 'failed', code, why }
  }
}

/** The hall a code claims to be of, for a look at its public page; null when the code does not say. */
export const hallNamed = (code: string): string | null => /^[a-z]([a-z][a-z0-9]{1,9})\./.exec(code)?.[1] ?? null

const look = (code: string): ScanWay[] => hallNamed(code) === null ? ['halls'] : ['hall']

/**
 * What can be done at a step, the main way first. A host that remembers the refusal would not ask for the place
 * again; where it has settings to open (`canOpenSettings`), they are the way.
 */
export const waysOn = (step: ScanStep, canOpenSettings: boolean): readonly ScanWay[] => {
  switch (step.step) {
    case 'checking': case 'locating': return []
    case 'start': return ['scan', 'halls']
    case 'cameraFailed': return ['scanAgain', 'halls']
    case 'place': return ['placeAllow', 'scanScreen', ...look(step.code)]
    case 'placeRefused': return ['scanScreen', canOpenSettings ? 'placeSettings' : 'placeAgain', ...look(step.code)]
    case 'failed': return ['tryAgain', 'scanAgain', ...look(step.code)]
    case 'refused': return step.why === 'PLACE_TOO_FAR' ? ['placeAgain', 'scanScreen', ...look(step.code)] : ['scanAgain', ...look(step.code)]
  }
}
