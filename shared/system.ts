import { z } from 'zod'
import { endpoint } from './endpoint'

export const healthz = endpoint({
  method: 'GET', path: '/healthz', summary: 'The process is alive', caller: 'anyone', status: 200, errors: [],
  output: z.object({ alive: z.literal(true) }), example: { output: { alive: true } },
})

export const readyz = endpoint({
  method: 'GET', path: '/readyz', summary: 'Redis answers and knows the scripts: traffic may come', caller: 'anyone', status: 200, errors: ['UNAVAILABLE'],
  output: z.object({
    ready: z.literal(true), redis: z.string(),
    durable: z.boolean().meta({ description: 'Redis appends every write to disk before it answers (appendfsync always)' }),
  }),
  example: { output: { ready: true, redis: '7.0.15', durable: true } },
})
