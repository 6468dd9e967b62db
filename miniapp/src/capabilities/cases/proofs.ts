import { now } from '@/platform'
import { createProofs } from './proof'

export const proofs = createProofs(now)
