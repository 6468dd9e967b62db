import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Counters for operators, in Prometheus form at /metrics. */
export const createMetrics = () => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Counter({ name: 'http_requests_total', help: 'Requests by endpoint and status', labelNames: ['endpoint', 'status'], registers: [registry] }),
    durations: new Histogram({
      name: 'http_request_duration_seconds', help: 'Time to answer by endpoint', labelNames: ['endpoint'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5], registers: [registry],
    }),
    upstream: new Histogram({
      name: 'upstream_duration_seconds', help: 'Time of calls to outside systems by outcome', labelNames: ['system', 'outcome'],
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5], registers: [registry],
    }),
    breaker: new Gauge({
      name: 'upstream_breaker', help: 'Whether an outside system is asked: 0 yes, 1 tried with one call, 2 left alone', labelNames: ['system'], registers: [registry],
    }),
    outboxEntries: new Gauge({
      name: 'outbox_entries', help: 'What must still reach an outside system (waiting), and what it refused for good (parked)', labelNames: ['outbox', 'state'], registers: [registry],
    }),
    outboxOldest: new Gauge({
      name: 'outbox_oldest_seconds', help: 'How long the oldest of what waits has waited', labelNames: ['outbox'], registers: [registry],
    }),
    outboxDeliveries: new Counter({
      name: 'outbox_deliveries_total', help: 'Tries to reach an outside system by what came of them: delivered, refused, later', labelNames: ['outbox', 'outcome'], registers: [registry],
    }),
    messages: new Counter({
      name: 'messages_total', help: 'Messages by kind, by way (inbox and none besides the platforms) and by what came of them', labelNames: ['kind', 'way', 'outcome'], registers: [registry],
    }),
    messageJobs: new Gauge({
      name: 'message_jobs', help: 'Messages on their way: waiting, delayed (due later or tried again), active, parked', labelNames: ['state'], registers: [registry],
    }),
    messageDelay: new Histogram({
      name: 'message_delay_seconds', help: 'From what happened to when the platform had the message', labelNames: ['kind'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300], registers: [registry],
    }),
    textChecks: new Counter({
      name: 'text_checks_total', help: 'Checks of words by what came of them: pass, review, refused, unchecked', labelNames: ['verdict'], registers: [registry],
    }),
  }
}
export type Metrics = ReturnType<typeof createMetrics>
