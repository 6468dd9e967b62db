import { createRequire } from 'node:module'
import path from 'node:path'
import type { Endpoint } from '../../shared/endpoint'

export type Target = 'weapp' | 'alipay' | 'h5'
/** Method, path, and whose token goes along: all that the phone needs of an endpoint at run time. */
export type Route = readonly [method: Endpoint['method'], path: string, caller: 'anyone' | 'citizen' | 'screen' | 'staff']

const callerOf = (caller: Endpoint['caller']): Route[2] => (typeof caller === 'string' ? caller : 'staff')

/** The endpoint table without its schemas, which would put a whole validator into the phone's package. */
export const routesOf = (table: Readonly<Record<string, Endpoint>>): Record<string, Route> =>
  Object.fromEntries(Object.entries(table).map(([name, { method, path: at, caller }]) => [name, [method, at, callerOf(caller)] as const]))

/** What a build carries: the console and the hall screen are for the web only, so only there are their endpoints known. */
export const routesFor = (target: Target): Record<string, Route> => {
  // Taro compiles this folder but nothing outside it, so the table is loaded by tsx.
  const tsx = createRequire(__filename)('tsx/cjs/api') as { require: (id: string, from: string) => unknown }
  const loaded = tsx.require(path.resolve(__dirname, '../../shared/endpoints.ts'), __filename) as { endpoints: Record<string, Endpoint> }
  const routes = routesOf(loaded.endpoints)
  if (target === 'h5') return routes
  // Anyone may ask for a staff session, but only the console does.
  const forCitizens = ([, at, caller]: Route): boolean => (caller === 'anyone' || caller === 'citizen') && !at.startsWith('/api/staff/')
  return Object.fromEntries(Object.entries(routes).filter(([, route]) => forCitizens(route)))
}
