import { useCallback, useEffect, useRef, useState } from 'react'
import type { Place } from '@shared/halls'
import { codeInText, windowInCode, type LaunchQuery } from '@shared/link'
import { currentLanguage } from '@/i18n'
import { asApiError, findPlace, scan, type ApiError } from '@/platform'
import { openSettings } from '@/platform/settings'
import { presences, scanCode } from './api'
import { afterFailure, afterScanner, firstStep, type ScanStep } from './scanFlow'

export interface Scanning {
  readonly step: ScanStep
  /** The latest refusal, for its sentence and reference. */
  readonly failure: ApiError | null
  readonly openScanner: () => void
  readonly locate: () => void
  readonly allowPlace: () => void
  readonly again: () => void
}

interface ScanningParts {
  readonly query: LaunchQuery
  /** The hall the citizen means to take a number in; empty when any will do. */
  readonly hallId: string
  /** Finds out where to go on; what it gives goes there, unless another code was scanned meanwhile. */
  readonly onTake: (hallId: string) => Promise<() => void>
  readonly onLook: (hallId: string) => void
  /** The static code at a window, to rate the visit there; it is no proof of anything, so nobody is asked. */
  readonly onWindow: (hallId: string, windowId: string) => void
}

/** Carries a scanned code to the server, with the phone's place where that is asked for. */
export const useScan = ({ query, hallId, onTake, onLook, onWindow }: ScanningParts): Scanning => {
  const [step, setStep] = useState<ScanStep>(() => firstStep(query))
  const [failure, setFailure] = useState<ApiError | null>(null)
  const told = useRef({ onTake, onLook, onWindow })
  told.current = { onTake, onLook, onWindow }
  /** Only the latest question counts: a rescan overtakes a slow answer. */
  const question = useRef(0)
  /** Where the citizen was found, for the code that is asked again. */
  const placed = useRef<{ readonly code: string; readonly place: Place } | null>(null)

  const ask = useCallback(async (code: string, place?: Place): Promise<void> => {
    const mine = question.current += 1
    setStep({ step: 'checking', code })
    const window = windowInCode(code)
    if (window) { told.current.onWindow(window.hallId, window.windowId); return }
    try {
      const read = await scanCode(code, place, hallId || undefined)
      if (mine !== question.current) return
      if (read.mode === 'take' && read.presence !== null && read.expiresAt !== null) {
        presences.keep({ hallId: read.hallId, presence: read.presence, expiresAt: read.expiresAt })
        const goOn = await told.current.onTake(read.hallId)
        if (mine === question.current) goOn()
      } else told.current.onLook(read.hallId)
    } catch (thrown) {
      if (mine !== question.current) return
      const why = asApiError(thrown, currentLanguage())
      setFailure(why)
      setStep(afterFailure(code, why.code === 'OFFLINE' ? null : why.code))
    }
  }, [hallId])

  // What opened the page is read once; the page is a new one for another code.
  const first = useRef(step)
  useEffect(() => {
    if (first.current.step === 'checking') void ask(first.current.code)
    return () => { question.current += 1 }
  }, [ask])

  const openScanner = async (): Promise<void> => {
    const next = afterScanner(await scan(), step)
    if (next.step === 'refused') setFailure(null)
    if (next.step === 'checking') void ask(next.code)
    else setStep(next)
  }

  const code = 'code' in step ? step.code : ''
  const locate = async (): Promise<void> => {
    setStep({ step: 'locating', code })
    const found = await findPlace()
    if (found.kind === 'place') {
      placed.current = { code, place: found.place }
      void ask(code, found.place)
    } else setStep({ step: 'placeRefused', code })
  }

  return {
    step, failure,
    openScanner: () => { void openScanner() },
    locate: () => { void locate() },
    allowPlace: () => { void openSettings().then(locate) },
    again: () => { if (codeInText(code) !== null) void ask(code, placed.current?.code === code ? placed.current.place : undefined) },
  }
}
