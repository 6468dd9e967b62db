import { Refusal, type Call } from './act'

interface Resolution { readonly event: 'exposureAuthorization' | 'agree' | 'disagree'; readonly buttonId?: string }
type Listener = (resolve: (resolution: Resolution) => void, info: { readonly referrer: string }) => void

/**
 * WeChat's hold on personal things until its privacy guide is agreed to
 * (developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html). The agreement outlives the app.
 */
export interface Privacy {
  agreed: boolean
  /** False: the operators have not declared what the package reads; nothing personal is given to anybody. */
  declared: boolean
  /** The calls that were held back, by name. */
  readonly held: string[]
  /** The app's own way to show the guide; a new start has none. */
  listener: Listener | null
  /** Somebody taps a button of `open-type` agreePrivacyAuthorization. WeChat notes the agreement by the tap. */
  readonly tapAgree: (buttonId: string) => void
  readonly tapped: ReadonlySet<string>
}

export const createPrivacy = (before?: Privacy): Privacy => {
  const tapped = new Set<string>()
  const privacy: Privacy = {
    agreed: before?.agreed ?? false, declared: before?.declared ?? true, held: [], listener: null, tapped,
    tapAgree: (buttonId) => { tapped.add(buttonId); privacy.agreed = true },
  }
  return privacy
}

/** errno 104 and 112: what WeChat's staff and users tell in its forum (000eeafb418d88d523505d3556b400, 00046069230a302e9581d0dce66800). */
const refusal = (name: string, errno: 104 | 112, why: string): Refusal => new Refusal({ errMsg: `${name}:fail ${why}`, errno })

/** Goes on once the guide is agreed to; throws what WeChat answers when it is not. */
export const heldBack = async (privacy: Privacy, name: string, call: Call): Promise<void> => {
  if (!privacy.declared) throw refusal(name, 112, 'api scope is not declared in the privacy agreement')
  if (privacy.agreed) return
  privacy.held.push(name)
  const { listener } = privacy
  // Without a listener WeChat shows a question of its own, which this host does not have.
  if (!listener) throw refusal(name, 104, 'privacy permission is not authorized')
  call.waitsForCitizen()
  await new Promise<void>((goOn, end) => {
    listener(({ event, buttonId = '' }) => {
      if (event === 'disagree') end(refusal(name, 104, 'privacy permission is not authorized'))
      // It looks whether the button was really tapped.
      if (event === 'agree' && privacy.tapped.has(buttonId)) goOn()
      else if (event === 'agree') end(refusal(name, 104, 'privacy permission is not authorized or buttonId is wrong'))
    }, { referrer: name })
  })
}
