import type { Message } from '@shared/messages'
import { serviceDay } from '@shared/time'

/** What is known of the inbox, newest first; `more`: there are older ones. */
export interface Inbox { readonly messages: readonly Message[]; readonly more: boolean }

/**
 * Takes in the newest messages. Older ones that were fetched before stay, unless there may be a gap between. What was new
 * when it came into view stays marked as new: that it was seen is why the server calls it read by now.
 */
export const withNewest = (before: Inbox | null, page: Inbox): Inbox => {
  const known = new Map((before?.messages ?? []).map((message) => [message.messageId, message]))
  const newest = page.messages.map((message) => ({ ...message, read: message.read && (known.get(message.messageId)?.read ?? true) }))
  const end = newest.at(-1)
  if (!before || !end || (page.more && !newest.some(({ messageId }) => known.has(messageId)))) return { messages: newest, more: page.more }
  const listed = new Set(newest.map(({ messageId }) => messageId))
  const older = before.messages.filter(({ messageId, at }) => at <= end.at && !listed.has(messageId))
  return { messages: [...newest, ...older], more: older.length > 0 ? before.more : page.more }
}

/** Adds what came before the last one. */
export const withOlder = (before: Inbox, page: Inbox): Inbox => {
  const known = new Set(before.messages.map(({ messageId }) => messageId))
  return { messages: [...before.messages, ...page.messages.filter(({ messageId }) => !known.has(messageId))], more: page.more }
}

/** Nothing is new any more that came until an instant. */
export const seenUntil = (before: Inbox, until: number): Inbox => ({ ...before, messages: before.messages.map((message) => (message.at <= until ? { ...message, read: true } : message)) })

/** The messages of each day, `yyyyMMdd`, in the order they come. */
export const byDay = (messages: readonly Message[]): readonly { readonly day: string; readonly messages: readonly Message[] }[] => {
  const days = new Map<string, Message[]>()
  for (const message of messages) {
    const day = serviceDay(message.at)
    days.set(day, [...(days.get(day) ?? []), message])
  }
  return [...days].map(([day, ofDay]) => ({ day, messages: ofDay }))
}
