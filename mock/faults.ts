import { setTimeout as pause } from 'node:timers/promises'

/** What may go wrong, by name. Each is the same every time: nothing here throws dice. */
export const faultKinds = ['slow', 'late', 'hang', 'error', 'malformed', 'half', 'drop', 'commit-then-drop', 'duplicate', 'wrong-clock', 'answer'] as const
export type FaultKind = (typeof faultKinds)[number]

export interface Fault {
  /** The first part of the path: `identity`, `wechat`, `alipay`, … */
  readonly system: string
  readonly kind: FaultKind
  /** Only requests whose path contains this; all of the system's when left out. */
  readonly path?: string
  /** How many requests it strikes before it is over; all until cleared when left out. */
  readonly times?: number
  /** For `slow` and `late`: how long (default 3000); for `wrong-clock`: how far ahead, below zero behind. Milliseconds. */
  readonly ms?: number
  /** For `error` (default 500) and `answer` (default 200). */
  readonly status?: number
  /** For `answer`: a body in the system's own words. */
  readonly body?: unknown
}

interface Scripted { readonly fault: Fault; struck: number }

const optional = (value: unknown, type: 'string' | 'number'): boolean => value === undefined || typeof value === type

/** Gives the fault as asked, or undefined when the request is not one. */
export const parseFault = (value: unknown): Fault | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const fault = value as Partial<Record<keyof Fault, unknown>>
  const fits = typeof fault.system === 'string' && faultKinds.includes(fault.kind as FaultKind) && optional(fault.path, 'string')
    && optional(fault.times, 'number') && optional(fault.ms, 'number') && optional(fault.status, 'number')
  return fits ? (value as Fault) : undefined
}

/** The script of faults: those asked for first strike first, each as often as it was told. */
export const createFaults = () => {
  let script: Scripted[] = []
  const isOver = ({ fault, struck }: Scripted) => fault.times !== undefined && struck >= fault.times
  return {
    add: (fault: Fault): void => { script.push({ fault, struck: 0 }) },
    /** Clears one system's faults, or all. */
    clear: (system?: string): void => { script = system ? script.filter(({ fault }) => fault.system !== system) : [] },
    list: () => script.map((one) => ({ ...one.fault, struck: one.struck, over: isOver(one) })),
    /** How far a system's clock is off. */
    clockShift: (system: string): number =>
      script.reduce((sum, { fault }) => sum + (fault.system === system && fault.kind === 'wrong-clock' ? fault.ms ?? 0 : 0), 0),
    /** The fault that strikes this request, counted. A wrong clock strikes none: it stands until cleared. */
    strike: (path: string): Fault | undefined => {
      const system = path.split('/')[1]
      const next = script.find((one) => one.fault.system === system && one.fault.kind !== 'wrong-clock' && path.includes(one.fault.path ?? '') && !isOver(one))
      if (next) next.struck += 1
      return next?.fault
    },
  }
}
export type Faults = ReturnType<typeof createFaults>

/** The connection under an answer, for the faults that break it. */
export interface Wire {
  /** Writes the status, headers that promise `length` bytes, and `part`; then breaks the connection. */
  readonly breakOff: (status: number, type: string, length: number, part: Uint8Array) => void
  readonly drop: () => void
  /** Resolves when the other side gives up. */
  readonly closed: Promise<void>
}

/** Carries a fault out. Gives the answer to send, or undefined when the connection was broken instead. */
export const carryOut = async (fault: Fault, handle: () => Promise<Response>, wire: Wire): Promise<Response | undefined> => {
  switch (fault.kind) {
    case 'slow':
      await Promise.race([pause(fault.ms ?? 3_000), wire.closed])
      return handle()
    case 'late': {
      const answer = await handle()
      await Promise.race([pause(fault.ms ?? 3_000, undefined, { ref: false }), wire.closed])
      return answer
    }
    case 'hang':
      await wire.closed
      return undefined
    case 'error':
      return Response.json({ error: 'scripted failure' }, { status: fault.status ?? 500 })
    case 'malformed':
      return new Response('{"not": json,,', { headers: { 'Content-Type': 'application/json' } })
    case 'answer':
      return Response.json(fault.body ?? {}, { status: fault.status ?? 200 })
    case 'half': {
      const whole = await handle()
      const bytes = new Uint8Array(await whole.arrayBuffer())
      wire.breakOff(whole.status, whole.headers.get('content-type') ?? '', bytes.length, bytes.subarray(0, Math.ceil(bytes.length / 2)))
      return undefined
    }
    case 'drop':
      wire.drop()
      return undefined
    case 'duplicate':
      await handle()
      return handle()
    case 'wrong-clock':
      return handle()
    case 'commit-then-drop':
      await handle()
      wire.drop()
      return undefined
  }
}
