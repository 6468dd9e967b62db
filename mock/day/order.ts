import type { OrderDetail } from '@shared/orders'
import type { Lots } from './lots'
import { officeManners as manners, type Stretch } from './manners'

export type OfficeAct =
  | { readonly by: 'office' | 'checker'; readonly step: 'contact' | 'rectify' | 'reply' | 'reopen' | 'close'; readonly text: string }
  | { readonly by: 'citizen'; readonly satisfied: boolean; readonly text: string }

/** Words of demo people, about nothing real. */
const said = {
  contact: '（演示）已联系并致歉，了解了当时的情况。', rectify: '（演示）已调整窗口安排，并对有关人员作了说明。', reply: '（演示）问题已经改进，感谢您指出。',
  reopen: '（演示）群众仍不满意，重新办理。', close: '（演示）回访满意，办结。',
} as const

/** What happens next to a work order, once its time has come; null while it has not, or when it is left to people. */
export const decideOrder = (order: Pick<OrderDetail, 'ratingId' | 'state' | 'steps' | 'satisfied'>, now: number, lots: Lots, pace: number): OfficeAct | null => {
  const { ratingId, state, steps, satisfied } = order
  if (lots.happens(manners.left, 'left', ratingId)) return null
  const last = steps.at(-1)?.at ?? now
  const due = (stretch: Stretch): boolean => now >= last + lots.between(...stretch, 'order', ratingId, steps.length) * 1000 / pace
  switch (state) {
    case 'open': return due(manners.contact) ? { by: 'office', step: 'contact', text: said.contact } : null
    case 'contacted': return due(manners.rectify) ? { by: 'office', step: 'rectify', text: said.rectify } : null
    case 'rectified': return due(manners.reply) ? { by: 'office', step: 'reply', text: said.reply } : null
    case 'replied': return due(manners.answer) ? { by: 'citizen', satisfied: lots.happens(manners.satisfied, 'satisfied', ratingId, steps.length), text: '' } : null
    case 'revisited': return due(manners.close) ? { by: 'checker', ...(satisfied ? { step: 'close', text: said.close } as const : { step: 'reopen', text: said.reopen } as const) } : null
    default: return null
  }
}
