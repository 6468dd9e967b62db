import { stored } from './storage'

/** Places in the phone's storage whose names are made as one goes, e.g. one per hall. What is read back may be anything. */
export interface Keep {
  read(name: string): unknown
  write(name: string, value: unknown): void
  remove(name: string): void
}

const isAnything = (value: unknown): value is unknown => value !== undefined
const place = (name: string) => stored(name, 1, isAnything)

export const keep: Keep = {
  read: (name) => place(name).read(),
  write: (name, value) => { place(name).write(value) },
  remove: (name) => { place(name).remove() },
}
