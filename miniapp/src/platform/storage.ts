import Taro from '@tarojs/taro'

import { isRecord } from './guards'

export { isFlag, isOneOf, isRecord, isText } from './guards'

/** A value kept on the phone. */
export interface Stored<T> {
  /** Null when there is none, or what is there is of another version or shape. */
  readonly read: () => T | null
  /** Keeps it; for as long as the app runs when the phone does not let us. A full or forbidden storage is no error to the citizen. */
  readonly write: (value: T) => void
  readonly remove: () => void
}

interface Envelope { readonly version: number; readonly value: unknown }
/** What the phone would not keep, by its key. */
const unkept = new Map<string, Envelope>()
/** Whether the phone has refused to keep something: it is gone with the app, and nobody may be told otherwise. */
export const keepsNothing = (): boolean => unkept.size > 0
/** Alipay throws nothing: it gives the failure back. */
const isFailure = (given: unknown): boolean => isRecord(given) && typeof given.error === 'number'
const isEnvelope = (raw: unknown): raw is Envelope => typeof raw === 'object' && raw !== null && 'version' in raw && 'value' in raw

/**
 * A typed place in the phone's storage. Raise `version` when the shape changes: what older builds left is then ignored.
 * `isValue` guards against what a hand or another build wrote.
 */
export const stored = <T>(name: string, version: number, isValue: (value: unknown) => value is T): Stored<T> => {
  const key = `yichuang.${name}`
  return {
    read: () => {
      try {
        const raw: unknown = unkept.get(key) ?? Taro.getStorageSync(key)
        return isEnvelope(raw) && raw.version === version && isValue(raw.value) ? raw.value : null
      } catch { return null }
    },
    write: (value) => {
      const envelope = { version, value }
      try {
        const given: unknown = Taro.setStorageSync(key, envelope)
        if (!isFailure(given)) { unkept.delete(key); return }
      } catch { /* a private window, or full */ }
      unkept.set(key, envelope)
    },
    remove: () => {
      unkept.delete(key)
      try { Taro.removeStorageSync(key) } catch { /* forbidden */ }
    },
  }
}
