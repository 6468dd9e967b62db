import type { SourceState } from '@shared/cases'
import type { LocalText } from '@shared/endpoint'
import type { Translate } from '@/i18n'
import type { sourceTexts } from '@/i18n/cases'
import { momentName } from './caseWords'

interface SourceWords { readonly say: Translate<typeof sourceTexts>; readonly local: (text: LocalText) => string }

const keys = { late: ['asking', 'askingAsOf'], unavailable: ['silent', 'silentAsOf'], unreadable: ['unreadable', 'unreadableAsOf'] } as const

/** Each system that is missing by its name, and of when what is shown of it is. `now`: by the phone's clock. */
export const missingSources = (sources: readonly SourceState[], now: number, { say, local }: SourceWords): readonly string[] =>
  sources.flatMap(({ name, state, asOf }) => {
    if (state === 'answered') return []
    const [bare, dated] = keys[state]
    return asOf === null ? say(bare, { name: local(name) }) : say(dated, { name: local(name), time: momentName(asOf, now) })
  })
