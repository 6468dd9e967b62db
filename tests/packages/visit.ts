import { linkOfCode } from '@shared/link'
import { newKey, type Member } from '../support/people'
import type { Stack } from '../support/stack'
import { openPackage } from './host/builtPackage'
import { createHost, type Host } from './host/host'
import type { PhoneParts } from './host/phone'
import type { PlatformName } from './host/platform'

/** The citizen whose phone it is unless told otherwise; the simulated platforms know whom a code stands for by its number. */
const CITIZEN = 7

/** Stands before the simulated camera of a platform, as its own page lets somebody do. */
const cameraOf = (name: PlatformName, { simulatorsUrl }: Stack): PhoneParts['beforeCamera'] => async (platformId, result) => {
  const [page, field] = name === 'weapp' ? ['wechat/simulator/face', 'verify_id'] : ['alipay/simulator/certify', 'certify_id']
  const answer = await fetch(`${simulatorsUrl}/${page}`, { method: 'POST', body: new URLSearchParams({ [field]: platformId, result }) })
  if (!answer.ok) throw new Error(`the camera answered with ${answer.status}`)
}

/** A phone with the built package on it, before the app is started. It knows when a finger taps, and on which button. */
export const aPhone = (name: PlatformName, stack: Stack, parts: Partial<PhoneParts> = {}, citizen = CITIZEN): Host => {
  const host = createHost(openPackage(name), {
    http: stack.http, server: stack.url, nextLoginCode: () => `demo-${citizen}-${newKey()}`, beforeCamera: cameraOf(name, stack), ...parts,
  })
  const tap: Host['view']['tap'] = (element) => {
    host.phone.touch()
    if (element.attributes['open-type'] === 'agreePrivacyAuthorization') host.phone.privacy.tapAgree(String(element.attributes.id))
    host.view.tap(element)
  }
  return { ...host, view: { ...host.view, tap } }
}

/** What the hall's screen shows now: its code, and the link the code stands in. */
export const onTheScreen = async (stack: Stack, hallId = 'test'): Promise<{ readonly code: string; readonly link: string }> => {
  const { code } = await stack.client.call('readScreenCode', { params: { hallId } }, { screenKey: await stack.people.screenKey(hallId) })
  return { code, link: linkOfCode(stack.url, code) }
}

/** Opens the app by a scanned code, in the way the platform's scanner would. */
export type Opening = (host: Host, scanned: { readonly code: string; readonly link: string }) => Promise<void>

export const openings: Readonly<Record<PlatformName, Readonly<Record<string, Opening>>>> = {
  weapp: {
    'an ordinary link, as q': (host, { link }) =>
      host.launch({ path: 'pages/scan/index', scene: 1011, query: { q: encodeURIComponent(link), scancode_time: '1767229200' } }),
    'a mini-program code, as scene': (host, { code }) => host.launch({ path: 'pages/scan/index', scene: 1047, query: { scene: encodeURIComponent(code) } }),
    'a link while the app is still running': async (host, { link }) => {
      await host.launch()
      await host.hide()
      await host.show({ path: 'pages/scan/index', scene: 1011, query: { q: encodeURIComponent(link), scancode_time: '1767229200' } })
    },
    'the scanner on the home page': async (host, { link }) => {
      await host.launch()
      host.phone.scanned = link
      host.view.tap(host.view.one({ role: 'button', name: /^扫码取号/ }))
    },
  },
  alipay: {
    'a link, as qrCode at launch': (host, { link }) => host.launch({ scene: 1011, query: { qrCode: link } }),
    'a link, as qrCode while the app is still running': async (host, { link }) => {
      await host.launch()
      await host.hide()
      await host.show({ scene: 1011, query: { qrCode: encodeURIComponent(link) } })
    },
    'the scanner on the home page': async (host, { link }) => {
      await host.launch()
      host.phone.scanned = link
      host.view.tap(host.view.one({ role: 'button', name: /^扫码取号/ }))
    },
  },
}

/** Window 2 of a hall, with a clerk at it. */
export interface StaffedWindow {
  readonly clerk: Member
  /** Somebody without a phone takes a number in line A. */
  readonly queueOne: () => Promise<void>
  /** Calls whoever is next and serves them. */
  readonly serveOne: () => Promise<void>
  readonly callNext: () => Promise<void>
  readonly move: (ticketId: string, ...moves: readonly ('recall' | 'miss' | 'start' | 'finish')[]) => Promise<void>
}

export const openWindow = async (stack: Stack, hallId = 'test'): Promise<StaffedWindow> => {
  const clerk = await stack.people.staff('clerk', [hallId])
  await stack.openWindow(clerk, hallId, '2')
  const move: StaffedWindow['move'] = async (ticketId, ...moves) => {
    for (const one of moves) await stack.move(clerk, ticketId, { move: one })
  }
  return {
    clerk, move,
    queueOne: async () => {
      await stack.client.call('takeAtDesk', { params: { hallId }, body: { lineId: 'A' } }, { token: clerk.token, key: newKey() })
    },
    serveOne: async () => {
      const { ticketId } = await stack.callNext(clerk, hallId, '2')
      await move(ticketId, 'start', 'finish')
    },
    callNext: async () => { await stack.callNext(clerk, hallId, '2') },
  }
}

/** Which page a phone is on, e.g. `take`. */
export const pageOf = (host: Host): string => /^pages\/(.+)\/index$/.exec(host.page().path)?.[1] ?? host.page().path
