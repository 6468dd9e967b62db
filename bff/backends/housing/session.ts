import { z } from 'zod'
import type { SourceAnswer } from '../../capabilities/cases/port'
import { sourceAnswer } from '../casePieces'
import type { System } from '../systems'
import type { Outcome, Upstream } from '../upstream'

const APP = 'yichuang'
const WORN = 401
/** Letters a header may carry. */
const tokenAnswer = z.object({ code: z.literal(0), data: z.object({ token: z.string().regex(/^[\x21-\x7e]{1,1000}$/) }) }).transform(({ data }) => data.token)

type Token = SourceAnswer<string>
interface Held { readonly promise: Promise<Token>; token?: string }

/**
 * Signs in before the first question and again when they no longer take the token, once for all who ask at that time.
 * A failed sign-in is not kept: the next question tries anew.
 */
export const createSession = (upstream: Upstream, { url, key }: Pick<System, 'url' | 'key'>) => {
  let held: Held | undefined

  const signIn = async (): Promise<Token> => sourceAnswer(await upstream.call({
    name: 'token', method: 'POST', url: `${url}/token`, repeatable: true, answer: tokenAnswer, json: { appid: APP, secret: key },
  }))
  const current = (): Promise<Token> => {
    if (held) return held.promise
    const signing: Held = { promise: signIn().then((answer) => {
      if (answer.kind === 'answered') signing.token = answer.value
      else if (held === signing) held = undefined
      return answer
    }) }
    held = signing
    return signing.promise
  }

  return {
    /** Asks with a token, and once more with a new one when that was worn out. */
    ask: async <T>(question: (token: string) => Promise<Outcome<T>>): Promise<SourceAnswer<T>> => {
      const token = await current()
      if (token.kind !== 'answered') return token
      const first = await question(token.value)
      if (first.kind !== 'rejected' || first.status !== WORN) return sourceAnswer(first)
      // Somebody else may have noticed before, and signed in since.
      if (held?.token === token.value) held = undefined
      const renewed = await current()
      return renewed.kind === 'answered' ? sourceAnswer(await question(renewed.value)) : renewed
    },
  }
}
