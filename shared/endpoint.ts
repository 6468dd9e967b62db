import { z } from 'zod'
import type { ErrorCode } from './errors'

/** Who may call an endpoint. A list of roles means staff signed in with one of them. */
export type StaffRole = 'clerk' | 'supervisor' | 'operator'
export type Caller = 'anyone' | 'citizen' | 'screen' | readonly StaffRole[]

/** Everything the server mounts, the phone's client derives and the API document shows. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Koa-router form, e.g. `/api/tickets/:ticketId`. */
  readonly path: string
  readonly summary: string
  readonly caller: Caller
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** The body is a file as it is, of at most so many bytes, instead of JSON. */
  readonly upload?: number
  readonly output: z.ZodType
  readonly status: 200 | 201
  /** Besides those every endpoint may give (`commonErrors`). */
  readonly errors: readonly ErrorCode[]
  /** Staff who have yet to set up their second factor reach it too; every other endpoint of theirs answers SECOND_FACTOR_ENROL. */
  readonly enrolling?: true
  /** The caller must send `Idempotency-Key`; the same key gives the same answer. */
  readonly idempotencyKey?: true
  readonly example: { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown; readonly output: unknown }
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined
type Sent<S> = S extends z.ZodType ? z.input<S> : undefined

/** What a handler receives, after validation. */
export type InputOf<E extends Endpoint> = { params: Parsed<E['params']>; query: Parsed<E['query']>; body: Parsed<E['body']> }
/** What a client sends, before defaults are filled in. */
export type RequestOf<E extends Endpoint> = { [K in 'params' | 'query' | 'body' as E[K] extends z.ZodType ? K : never]: Sent<E[K]> }
export type OutputOf<E extends Endpoint> = z.output<E['output']>

export const endpoint = <const E extends Endpoint>(definition: E): E => definition

/** A text for people, in both languages. */
export const localText = z.object({ zh: z.string().min(1).max(200), en: z.string().min(1).max(300) }).meta({ id: 'LocalText' })
export type LocalText = z.output<typeof localText>

/** Milliseconds since the epoch, by the server's clock. */
export const instant = z.number().int().min(0).max(8_640_000_000_000_000).meta({ description: 'Milliseconds since the epoch, by the server’s clock' })

export const idempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/).meta({ description: 'Made by the client, once for one act; a retry repeats it' })
