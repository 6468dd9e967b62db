import type { Bulletin } from '@shared/bulletins'
import type { OrderAct, OrderDetail } from '@shared/orders'
import type { Overview } from '@shared/supervision'
import { isSessionOver } from '@/capabilities/console/staff'
import { currentLanguage } from '@/i18n'
import { type Answer, asApiError, call } from '@/platform/api'

/** A poll that takes longer than this is given up; the next asks again. */
const POLL_TIMEOUT_MS = 10_000
/** A workbook or a photo is larger than an answer usually is. */
const FILE_TIMEOUT_MS = 30_000

export type BulletinKind = Bulletin['kind']
export interface OrderQuery { readonly hallId?: string; readonly ended: boolean; readonly cursor: number }

/** What a supervisor may ask of the server, and a clerk about themselves. Each fails with `ApiError`. */
export interface SupervisionApi {
  /** Of today unless a day is named. */
  readonly overview: (scope: string, day: string | undefined) => Promise<Overview>
  readonly compare: (scopes: readonly string[], from: string, to: string) => Promise<Answer<'compareScopes'>>
  readonly alerts: () => Promise<Answer<'listAlerts'>>

  readonly halls: () => Promise<Answer<'searchHalls'>>
  readonly orders: (query: OrderQuery) => Promise<Answer<'listOrders'>>
  readonly order: (ratingId: string) => Promise<OrderDetail>
  readonly step: (ratingId: string, act: OrderAct, key: string) => Promise<OrderDetail>
  readonly photo: (ratingId: string, photoId: string) => Promise<Answer<'readOrderPhoto'>>

  readonly bulletins: (kind: BulletinKind | undefined) => Promise<Answer<'listBulletins'>>
  readonly bulletin: (bulletinId: string) => Promise<Bulletin>
  readonly workbook: (bulletinId: string) => Promise<Answer<'exportBulletin'>>
}

/** @param onSessionOver told when the server no longer knows the token, whatever was asked */
export const supervisionApi = (token: string, onSessionOver: () => void): SupervisionApi => {
  const guarded = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer
    } catch (thrown) {
      if (isSessionOver(asApiError(thrown, currentLanguage()).code)) onSessionOver()
      throw thrown
    }
  }
  const poll = { token, timeoutMs: POLL_TIMEOUT_MS }
  const file = { token, timeoutMs: FILE_TIMEOUT_MS }
  return {
    overview: (scope, day) => guarded(call('readOverview', { query: { scope, day } }, poll)),
    compare: (scopes, from, to) => guarded(call('compareScopes', { query: { scopes: scopes.join(','), from, to } }, poll)),
    alerts: () => guarded(call('listAlerts', {}, poll)),

    halls: () => guarded(call('searchHalls', { body: { limit: 50 } })),
    orders: ({ hallId, ended, cursor }) => guarded(call('listOrders', { query: { hallId, ended: String(ended), cursor } }, poll)),
    order: (ratingId) => guarded(call('readOrder', { params: { ratingId } }, poll)),
    // Repeated by `useActs` with the same key until there is an answer.
    step: (ratingId, act, key) => guarded(call('stepOrder', { params: { ratingId }, body: act }, { token, key, repeat: false })),
    photo: (ratingId, photoId) => guarded(call('readOrderPhoto', { params: { ratingId, photoId } }, file)),

    bulletins: (kind) => guarded(call('listBulletins', { query: { kind } }, poll)),
    bulletin: (bulletinId) => guarded(call('readBulletin', { params: { bulletinId } }, poll)),
    workbook: (bulletinId) => guarded(call('exportBulletin', { params: { bulletinId } }, file)),
  }
}
