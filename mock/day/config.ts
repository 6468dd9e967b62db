import { z } from 'zod'
import { hallId, staffAccount } from '@shared/ids'

const halls = z.string().transform((list) => list.split(',').map((one) => one.trim()).filter(Boolean)).pipe(z.array(hallId).min(1))

/** Every setting of the living demo, with its default; README.md says what each means. */
const schema = z.object({
  BFF_URL: z.string().regex(/^https?:\/\//, 'must begin with http:// or https://').default('http://127.0.0.1:8100'),
  BOOTSTRAP_ACCOUNT: staffAccount.default('operator'),
  BOOTSTRAP_PASSWORD: z.string().min(10, 'must be the operator’s password, at least 10 characters'),
  DEMO_HALLS: halls.default(['demo']),
  DEMO_PACE: z.coerce.number().min(0.25).max(10).default(1),
  SEED: z.string().min(1).default('yichuang'),
})

export interface DaySettings {
  readonly url: string
  readonly account: string
  readonly password: string
  readonly halls: readonly string[]
  /** 1: a number is called within a few minutes; 2: twice as fast. */
  readonly pace: number
  readonly seed: string
}

/** Reads the environment; throws one error that lists every faulty setting. An empty setting counts as missing. */
export const readSettings = (environment: Readonly<Record<string, string | undefined>> = process.env): DaySettings => {
  const result = schema.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== '')))
  if (!result.success) {
    throw new Error(result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '))
  }
  const { BFF_URL, BOOTSTRAP_ACCOUNT, BOOTSTRAP_PASSWORD, DEMO_HALLS, DEMO_PACE, SEED } = result.data
  return { url: BFF_URL.replace(/\/$/, ''), account: BOOTSTRAP_ACCOUNT, password: BOOTSTRAP_PASSWORD, halls: DEMO_HALLS, pace: DEMO_PACE, seed: SEED }
}
