/** The table of legal moves of an appointment, for the engine, the documents and the screens alike. */
export const appointmentStates = ['held', 'booked', 'arrived', 'cancelled', 'lapsed', 'missed'] as const
export type AppointmentState = (typeof appointmentStates)[number]

export const appointmentMoves = {
  confirm: { held: 'booked' },
  reschedule: { held: 'held', booked: 'booked' },
  cancel: { held: 'cancelled', booked: 'cancelled' },
  arrive: { booked: 'arrived' },
  lapse: { held: 'lapsed' },
  miss: { booked: 'missed' },
} as const satisfies Record<string, Partial<Record<AppointmentState, AppointmentState>>>
export type AppointmentMove = keyof typeof appointmentMoves

/** States in which an appointment keeps its places. */
export const keepsPlaces: readonly AppointmentState[] = ['held', 'booked', 'arrived']
/** States that still need the citizen. */
export const upcoming: readonly AppointmentState[] = ['held', 'booked']
