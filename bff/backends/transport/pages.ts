import { z } from 'zod'
import { piecesOf, type Piece } from '../casePieces'

/** Two hundred cases: who has more is nobody, or the list does not end. */
export const MOST_PAGES = 40

export interface Page { readonly total: number; readonly pageSize: number; readonly rows: readonly Piece[] }

export const pagesOf = ({ total, pageSize }: Pick<Page, 'total' | 'pageSize'>): number => Math.max(1, Math.ceil(total / pageSize))

const faultOf = ({ total, pageSize, pageNo, nextPage, rows }: Page & { readonly pageNo: number; readonly nextPage: number | null }, first: Page | null): string | undefined => {
  const pages = pagesOf({ total, pageSize })
  if (pages > MOST_PAGES || (first && total !== first.total)) return 'total'
  if (first && pageSize !== first.pageSize) return 'pageSize'
  if (nextPage !== (pageNo < pages ? pageNo + 1 : null)) return 'nextPage'
  return rows.length === Math.min(pageSize, total - (pageNo - 1) * pageSize) ? undefined : 'rows'
}

/**
 * A page as it must be, its number the one asked for, with as many rows as its place in the whole allows.
 * @param first the first page, which later ones must not contradict: a list that changes while it is read is unreadable this time
 */
export const pageAnswer = (piece: z.ZodType<Piece>, strange: Parameters<typeof piecesOf>[1], number: number, first: Page | null): z.ZodType<Page> => z.object({
  success: z.literal(true), total: z.number().int().min(0), pageNo: z.literal(number), pageSize: z.number().int().min(1).max(100), nextPage: z.number().int().nullable(), rows: piecesOf(piece, strange),
}).transform((page, context): Page => {
  const field = faultOf(page, first)
  if (field) context.addIssue({ code: 'custom', path: [field], message: 'contradicts the other pages' })
  return page
})
