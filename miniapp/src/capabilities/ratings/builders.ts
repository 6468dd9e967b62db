import { endpoints } from '@shared/endpoints'
import type { OrderProgress } from '@shared/orders'
import type { Rating } from '@shared/ratings'

/** 2026-01-05, a Monday, 10:00 in the halls' zone. */
export const TEN = 1_767_578_400_000
const HOUR_MS = 3_600_000

export const aRating = (change: Partial<Rating> = {}): Rating => ({
  ...endpoints.readRating.example.output, tags: ['510', '517'], photos: [], ratedAt: TEN, changeUntil: TEN + 24 * HOUR_MS, ...change,
})
/** Handed over, to be looked into by the end of Tuesday. */
export const anOrder = (change: Partial<OrderProgress> = {}): OrderProgress => ({
  state: 'open', office: { zh: '天河区政务服务中心', en: 'Tianhe District Service Centre' }, dueAt: TEN + 38 * HOUR_MS - 1, overdue: false, leader: null,
  steps: [{ at: TEN, step: 'open', text: '' }], asks: false, ...change,
})
export const aBadRating = (change: Partial<Rating> = {}): Rating => aRating({ level: 1, tags: ['115'], text: '等了很久', order: anOrder(), ...change })
