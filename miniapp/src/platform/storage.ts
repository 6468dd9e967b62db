import Taro from '@tarojs/taro'

export { isFlag, isOneOf, isRecord, isText } from './guards'

/** A value kept on the phone. */
export interface Stored<T> {
  /** Null when there is none, or what is there is of another version or shape. */
  readonly read: () => T | null
  /** Keeps it if the phone lets us; a full or forbidden storage is no error to the citizen. */
  readonly write: (value: T) => void
  readonly remove: () => void
}

interface Envelope { readonly version: number; readonly value: unknown }
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
        const raw: unknown = Taro.getStorageSync(key)
        return isEnvelope(raw) && raw.version === version && isValue(raw.value) ? raw.value : null
      } catch { return null }
    },
    write: (value) => { try { Taro.setStorageSync(key, { version, value }) } catch { /* a private window, or full */ } },
    remove: () => { try { Taro.removeStorageSync(key) } catch { /* the same */ } },
  }
}
