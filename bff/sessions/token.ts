import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits in base64url. The holder of a token is its owner: it is given out once and never stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored instead. A plain hash is enough, for a token cannot be guessed from it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
