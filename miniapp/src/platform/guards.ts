// What a value of unknown origin is. No Taro here, so that rules which read such values can be tested alone.
export const isText = (value: unknown): value is string => typeof value === 'string'
export const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'
export const isOneOf = <const V extends string>(...values: readonly V[]) => (value: unknown): value is V => values.some((known) => known === value)
export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
