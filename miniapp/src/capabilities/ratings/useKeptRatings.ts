import { useEffect } from 'react'
import { retryDelay, useOnline, useSession, useVisible } from '@/platform'
import { deliveries, receiptDeliveries } from './api'
import type { Delivery } from './delivery'

const FIRST_RETRY_MS = 5_000
const LONGEST_RETRY_MS = 60_000

/** Sends what waits, and again after a while whatever could not go. Gives the way to stop. */
const sendWhileSeen = (delivery: Delivery): (() => void) => {
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | null = null
  const send = (): void => { timer = null; void delivery.sendAll() }
  const silence = delivery.listen((_, outcome) => {
    if (outcome?.kind === 'sent') failures = 0
    if (outcome?.kind !== 'waits' || timer !== null) return
    failures += 1
    timer = setTimeout(send, retryDelay(failures, FIRST_RETRY_MS, LONGEST_RETRY_MS, Math.random()))
  })
  send()
  return () => {
    silence()
    if (timer !== null) clearTimeout(timer)
  }
}

/**
 * For the app alone: sends the ratings that are kept on this phone once it is opened or seen again, the network is back, or
 * their owner has signed in; and again now and then while it is seen, for a phone may believe in a network that is none.
 */
export const useKeptRatings = (): void => {
  const token = useSession()?.token
  const visible = useVisible()
  const online = useOnline()
  useEffect(() => (visible && online && token !== undefined ? sendWhileSeen(deliveries) : undefined), [visible, online, token])
  useEffect(() => (visible && online ? sendWhileSeen(receiptDeliveries) : undefined), [visible, online])
}
