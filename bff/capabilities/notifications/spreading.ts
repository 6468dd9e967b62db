import { createHash } from 'node:crypto'

/** Some part of `most`, always the same for a name: what many are told at one hour does not come at one moment. */
export const spread = (name: string, most: number): number => createHash('sha256').update(name).digest().readUIntBE(0, 6) % most
