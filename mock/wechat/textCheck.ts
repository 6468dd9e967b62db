import { randomUUID } from 'node:crypto'

const MOST_CHARACTERS = 2_500
/** What the demo takes for words nobody should write, and for such as a person should look at. */
const RISKY = ['演示违规词', '演示辱骂词']
const DOUBTFUL = ['演示可疑词']
const NORMAL_LABEL = 100
const ABUSE_LABEL = 20_003
const OTHER_LABEL = 21_000

export interface TextToCheck { readonly version?: unknown; readonly scene?: unknown; readonly openid?: unknown; readonly content?: unknown }
export type Presence = 'here' | 'away' | 'unknown'

const failure = (errcode: number, errmsg: string) => ({ errcode, errmsg })

/** Judges words by two short lists. @param presenceOf whether that visitor was here in the last two hours */
export const checkText = ({ version, scene, openid, content }: TextToCheck, presenceOf: (openid: string) => Presence): object => {
  if (version !== 2 || typeof openid !== 'string' || typeof content !== 'string') return failure(47001, 'data format error')
  if (content === '') return failure(44002, 'empty post data')
  if (content.length > MOST_CHARACTERS) return failure(47001, 'data format error: content too long')
  if (![1, 2, 3, 4].includes(scene as number)) return failure(40129, 'invalid scene')
  const presence = presenceOf(openid)
  if (presence === 'unknown') return failure(40003, 'invalid openid')
  if (presence === 'away') return failure(61010, 'code is expired')
  const found = RISKY.find((word) => content.includes(word))
  const [suggest, label] = found ? ['risky', ABUSE_LABEL] : DOUBTFUL.some((word) => content.includes(word)) ? ['review', OTHER_LABEL] : ['pass', NORMAL_LABEL]
  return {
    errcode: 0, errmsg: 'ok', trace_id: randomUUID(), result: { suggest, label },
    detail: [{ strategy: 'keyword', errcode: 0, suggest, label, level: found ? 90 : 0, ...(found && { keyword: found }) }],
  }
}
