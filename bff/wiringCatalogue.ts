import { createCatalogue } from './backends/catalogue/catalogue'
import type { Item } from './capabilities/catalogue/config'
import { Follower } from './capabilities/catalogue/following'
import type { HallLines } from './capabilities/catalogue/port'
import { catalogueRoutes } from './capabilities/catalogue/routes'
import { CatalogueService } from './capabilities/catalogue/service'
import type { Config } from './config'
import { createEditionStore } from './engine/catalogue/store'
import type { Clock } from './platform/clock'
import type { Logger } from './platform/logger'
import type { Redis } from './platform/redis'
import type { Systems } from './wiringSystems'

interface Parts {
  readonly config: Config
  readonly redis: Redis
  readonly clock: Clock
  readonly logger: Logger
  readonly halls: HallLines
  readonly items: ReadonlyMap<string, Item>
  readonly systems: Pick<Systems, 'servedBy' | 'upstreamFor'>
}

/** Joins the items with the city's catalogue; where none is configured, ours stand by themselves. */
export const wireCatalogue = ({ config, redis, clock, logger, halls, items, systems }: Parts) => {
  const service = new CatalogueService(items, halls)
  const [system] = systems.servedBy('catalogue')
  const rounds = system ? [new Follower({
    source: createCatalogue(systems.upstreamFor(system.systemId), system, clock),
    store: createEditionStore(redis), adopt: (edition) => service.shelf.adopt(edition), everyMs: config.CATALOGUE_POLL_SECONDS * 1000,
  }, (problem) => logger.warn({ problem }, 'the catalogue could not be followed'))] : []
  return { service, isWithdrawn: (itemId: string) => service.shelf.isWithdrawn(itemId), rounds, handlers: catalogueRoutes(service), guides: { itemOf: (code: string) => service.shelf.itemOf(code) } }
}
