import { useEffect, useRef, useState } from 'react'
import type { ItemView } from '@shared/catalogue'
import type { HallDetail, LineView } from '@shared/halls'
import type { Ticket } from '@shared/queue'
import { inLine } from '@shared/ticketStates'
import { useLanguage, useText } from '@/i18n'
import { takeTexts } from '@/i18n/queue'
import { now, useRemote, useSession, useVisible, type Remote } from '@/platform'
import { drafts, listItems, listTickets, readBoard, readHall } from './api'
import { generalLine, hallShut, lineChoice, offeredPriorities, type ClaimedPriority, type LineChoice } from './prepareView'
import type { TakeDraft } from './takeDraft'
import type { TakeWish } from './takeFlow'

/** The board is the same for everyone and cheap; the waits should be fresh when one chooses a line. */
const BOARD_SECONDS = 15

export interface TakePage {
  readonly hall: Remote<HallDetail>
  readonly items: Remote<readonly ItemView[]>
  readonly boardAt: number | null
  readonly boardFailed: boolean
  readonly lines: readonly LineChoice[]
  readonly general: string | null
  readonly item: ItemView | null
  readonly line: LineView | null
  readonly priorities: readonly ClaimedPriority[]
  readonly priority: ClaimedPriority | null
  /** Why the hall gives no numbers now. */
  readonly shut: string | null
  /** A number the citizen waits with in the chosen line already. */
  readonly held: Ticket | null
  /** What would be asked for now; null while too little is known. */
  readonly wish: TakeWish | null
  readonly draft: TakeDraft
  readonly change: (change: Partial<TakeDraft>) => void
}

/** Everything the page “prepare and take” knows, and what was chosen on it. `itemParam`: the item somebody came for. */
export const useTakePage = (hallId: string, itemParam: string): TakePage => {
  const language = useLanguage()
  const t = useText(takeTexts)
  const session = useSession()
  const visible = useVisible()
  const hall = useRemote(`hall/${hallId}`, () => readHall(hallId))
  const items = useRemote<readonly ItemView[]>(`items/${hallId}`, async () => (await listItems(hallId)).items)
  const board = useRemote(`board/${hallId}`, () => readBoard(hallId), { everySeconds: BOARD_SECONDS })
  const mine = useRemote(`mine/${session?.expiresAt ?? ''}`, async () => (await listTickets()).tickets, { skip: session === null })
  const [draft, setDraft] = useState<TakeDraft>(() => {
    const kept = drafts.read(hallId)
    return itemParam && itemParam !== kept.itemId ? { ...kept, itemId: itemParam, ticked: [] } : kept
  })
  // The scan and sign-in pages come between; another page of this hall may have changed it.
  useEffect(() => {
    if (!visible) return
    setDraft((before) => {
      const kept = drafts.read(hallId)
      return kept.writtenAt > before.writtenAt ? kept : { ...before, pressedAt: kept.pressedAt }
    })
  }, [visible, hallId])

  const change = (changed: Partial<TakeDraft>): void => {
    const next = { ...draft, ...changed, writtenAt: now() }
    drafts.write(hallId, next)
    setDraft(next)
  }

  const lines = (hall.data?.lines ?? []).map((line) => lineChoice(line, board.data, language, t))
  // Once shown beside what the board says, the line that is taken for granted stays: it must not change under a finger.
  const shown = useRef<string | null>(null)
  const general = lines.find(({ lineId }) => lineId === shown.current)?.lineId ?? generalLine(lines)
  if (board.data ?? board.failure) shown.current = general
  const item = items.data?.find(({ itemId }) => itemId === draft.itemId) ?? null
  const chosen = item?.lineId ?? draft.lineId ?? general
  const line = hall.data?.lines.find(({ lineId }) => lineId === chosen) ?? hall.data?.lines.find(({ lineId }) => lineId === general) ?? null
  const priorities = offeredPriorities(line ?? undefined)
  const priority = priorities.find((reason) => reason === draft.priority) ?? null
  const itemKnown = item !== null || draft.itemId === null || items.data !== null || items.failure !== null
  return {
    hall, items, boardAt: board.data?.asOf ?? null, boardFailed: board.failure !== null, lines, general, item, line, priorities,
    priority,
    wish: line && itemKnown ? { hallId, lineId: line.lineId, ...(item && { itemId: item.itemId }), ...(priority && { priority }) } : null,
    shut: hall.data ? hallShut(hall.data, board.data, board.data?.asOf ?? now(), t) : null,
    held: mine.data?.find((ticket) => ticket.hallId === hallId && ticket.lineId === line?.lineId && (inLine.includes(ticket.state) || ticket.state === 'called')) ?? null,
    draft, change,
  }
}
