// No zod here: the phone and the console take these values too.

/**
 * A work order that a bad rating opens (差评工单). `appealed` waits for the review, `withdrawn` left the figures by it,
 * `dropped` was ended by the citizen, who changed or deleted the rating.
 */
export const orderStates = ['open', 'contacted', 'rectified', 'replied', 'revisited', 'appealed', 'closed', 'withdrawn', 'dropped'] as const
export type OrderState = (typeof orderStates)[number]

/** The table of legal steps; the engine's scripts are given this very table. */
export const orderSteps = {
  contact: { open: 'contacted' },
  rectify: { contacted: 'rectified' },
  reply: { rectified: 'replied' },
  revisit: { replied: 'revisited' },
  reopen: { revisited: 'contacted' },
  close: { revisited: 'closed' },
  appeal: { contacted: 'appealed' },
  uphold: { appealed: 'contacted' },
  withdraw: { appealed: 'withdrawn' },
  drop: { open: 'dropped', contacted: 'dropped', rectified: 'dropped', replied: 'dropped', revisited: 'dropped', appealed: 'dropped' },
} as const satisfies Record<string, Partial<Record<OrderState, OrderState>>>
export type OrderStep = keyof typeof orderSteps

/** Steps of who owns the order, and of who checks it: nobody does both on one order. */
export const handlingSteps = ['contact', 'rectify', 'reply', 'appeal'] as const satisfies readonly OrderStep[]
export const checkingSteps = ['revisit', 'reopen', 'close', 'uphold', 'withdraw'] as const satisfies readonly OrderStep[]

/** Nothing more will be done. */
export const endedOrders: readonly OrderState[] = ['closed', 'withdrawn', 'dropped']
