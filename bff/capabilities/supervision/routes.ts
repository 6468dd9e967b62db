import { ContractError } from '@shared/errors'
import { Serialized, type Handlers } from '../../http/call'
import type { BulletinStore } from './port'
import type { SupervisionService } from './service'
import { workbookOf } from './bulletins/workbook'

/** Of each kind; older ones are asked for by their id. */
const MOST_LISTED = 60
type Names = 'readOverview' | 'compareScopes' | 'listAlerts' | 'listBulletins' | 'readBulletin' | 'exportBulletin'

export const supervisionRoutes = (supervision: SupervisionService, bulletins: Pick<BulletinStore, 'read' | 'list'>): Handlers<Names> => {
  const find = async (bulletinId: string) => {
    const bulletin = await bulletins.read(bulletinId)
    if (!bulletin) throw new ContractError('BULLETIN_NOT_FOUND')
    return bulletin
  }
  return {
    readOverview: async ({ query }) => new Serialized(await supervision.overviewText(query.scope, query.day)),
    compareScopes: ({ query }) => supervision.compare(query.scopes, query.from, query.to),
    listAlerts: async (_, { staff }) => ({ alerts: await supervision.alerts(staff.halls) }),
    listBulletins: async ({ query }) => {
      const kinds = query.kind ? [query.kind] : ['daily', 'weekly', 'monthly'] as const
      const lists = await Promise.all(kinds.map((kind) => bulletins.list(kind, MOST_LISTED)))
      return { bulletins: lists.flat().sort((a, b) => b.madeAt - a.madeAt || (a.bulletinId < b.bulletinId ? -1 : 1)) }
    },
    readBulletin: ({ params }) => find(params.bulletinId),
    exportBulletin: async ({ params }) => ({ fileName: `${params.bulletinId}.xlsx`, base64: (await workbookOf(await find(params.bulletinId))).toString('base64') }),
  }
}
