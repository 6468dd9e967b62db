import { isText, stored } from './storage'

/** Places in the phone's storage whose names are made as one goes, e.g. one per hall. What is read back may be anything. */
export interface Keep {
  read(name: string): unknown
  write(name: string, value: unknown): void
  remove(name: string): void
}
export interface ForgetfulKeep extends Keep {
  /** Removes everything written here. */
  forget(): void
}

const isAnything = (value: unknown): value is unknown => value !== undefined
const isNames = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText)
const place = (name: string) => stored(name, 1, isAnything)

/** `kind` also names the list of what was written, for not every host tells what its storage holds. */
const createKeep = (kind: string): ForgetfulKeep => {
  const list = stored(kind, 1, isNames)
  const names = (): string[] => list.read() ?? []
  return {
    read: (name) => place(name).read(),
    write: (name, value) => {
      if (!names().includes(name)) list.write([...names(), name])
      place(name).write(value)
    },
    remove: (name) => {
      list.write(names().filter((known) => known !== name))
      place(name).remove()
    },
    forget: () => {
      names().forEach((name) => place(name).remove())
      list.remove()
    },
  }
}

/** What one person left on this phone, e.g. what they came for: forgotten when they sign out or somebody else signs in. */
export const personalKeep = createKeep('personal')
/** The keys of acts under way: forgotten as soon as the session ends, or an act would be carried out for the next person. */
export const actKeep = createKeep('acts')
