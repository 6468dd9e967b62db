import type { MessageKind } from '@shared/messageKinds'
import type { MessagePermit } from '@shared/messages'
import type { Permission } from '@/platform/permission'
import { permitsAfter, refusalsAfter } from './answers'
import type { Notes } from './notes'
import { templatesToAsk } from './policy'

/** How a question ended: what was answered, and a promise of what the server makes of it; null when it could not be told yet. */
export interface Asked { readonly answers: readonly Permission[]; readonly told: Promise<readonly MessagePermit[] | null> }

export interface AskingParts {
  readonly notes: Notes
  /** Tells two sessions apart; null when nobody is signed in. */
  readonly session: () => number | null
  readonly list: () => Promise<readonly MessagePermit[]>
  readonly tell: (answers: readonly Permission[], key: string) => Promise<readonly MessagePermit[]>
  readonly request: (templateIds: readonly string[]) => Promise<readonly Permission[]>
  /** Whether a failure leaves it open what became of telling. */
  readonly leavesOpen: (thrown: unknown) => boolean
  readonly newKey: () => string
  readonly now: () => number
}

/** Permits need not be read anew before so long: they change by answers, which we know, and by messages sent. */
const FRESH_MS = 60_000

interface Known { readonly session: number; readonly permits: readonly MessagePermit[]; readonly at: number }

/**
 * Asks citizens for permission to send them messages. What is allowed already must be known before the tap, for the host
 * asks nobody once the network was waited for; so pages prepare, and a tap asks by what was last heard, or not at all.
 */
export const createAsking = ({ notes, session, list, tell, request, leavesOpen, newKey, now }: AskingParts) => {
  let known: Known | null = null
  let open: Promise<Asked> | null = null
  const mine = (): Known | null => (known !== null && known.session === session() ? known : null)
  const learn = (whose: number | null, permits: readonly MessagePermit[]): void => {
    if (whose !== null && whose === session()) known = { session: whose, permits, at: now() }
  }

  /** Tells what was answered, oldest first, each under its key; what cannot be told stays. */
  const tellAll = async (): Promise<readonly MessagePermit[] | null> => {
    const whose = session()
    let permits: readonly MessagePermit[] | null = null
    for (const { key, answers } of notes.untold()) {
      if (whose === null || session() !== whose) return null
      try {
        permits = await tell(answers, key)
        learn(whose, permits)
      } catch (thrown) {
        if (leavesOpen(thrown)) return null
      }
      if (session() === whose) notes.dropUntold(key)
    }
    return permits
  }
  // One after the other, or the same answer would go out twice at once.
  let telling: Promise<unknown> = Promise.resolve()
  const tellInTurn = (): Promise<readonly MessagePermit[] | null> => {
    const turn = telling.then(tellAll)
    telling = turn.catch(() => undefined)
    return turn
  }

  const askNow = async (templateIds: readonly string[]): Promise<Asked> => {
    const whose = session()
    const answers = await request(templateIds)
    if (whose === null || session() !== whose) return { answers: [], told: Promise.resolve(null) }
    notes.noteRefused(refusalsAfter(notes.refused(), templateIds, answers, now()))
    if (known !== null) known = { ...known, permits: permitsAfter(known.permits, answers) }
    if (answers.length > 0) notes.keepUntold({ key: newKey(), answers, at: now() })
    return { answers, told: tellInTurn() }
  }
  /** Asks about these templates, whatever was answered before; one question at a time. Within a tap, before anything is awaited. */
  const askFor = (templateIds: readonly string[]): Promise<Asked> => {
    open ??= askNow(templateIds).finally(() => { open = null })
    return open
  }

  return {
    askFor,
    /** Asks about what this tap makes useful, if that is due; null when nothing is asked. Ends when it is answered, and never fails. */
    ask: (kinds: readonly MessageKind[]): Promise<void> | null => {
      const permits = mine()?.permits
      const templateIds = permits ? templatesToAsk({ kinds, permits, refused: notes.refused(), off: notes.off(), now: now() }) : []
      return templateIds.length === 0 ? null : askFor(templateIds).then(() => undefined, () => undefined)
    },
    /** What is allowed, as the server says. Throws as the call does. */
    read: async (): Promise<readonly MessagePermit[]> => {
      const whose = session()
      await tellInTurn()
      const permits = await list()
      learn(whose, permits)
      return permits
    },
    /** Whether `read` is due before a tap may come. */
    due: (): boolean => {
      const last = mine()
      return session() !== null && (last === null || now() - last.at > FRESH_MS || now() < last.at)
    },
    noteOff: notes.noteOff,
  }
}
export type Asking = ReturnType<typeof createAsking>
