import type { MessageKind } from '@shared/messageKinds'
import path from 'node:path'
import { z } from 'zod'
import { ConfigFaults, readJson, schemaFaults } from '../../platform/configFiles'
import type { Field, FieldKind, WayName } from './port'

/**
 * What a template is used for. A one-time permit is spent by one message: a call has a template of its own, or being told that
 * one is near would use up what was meant for it.
 */
export const uses = ['called', 'turn', 'visit', 'progress'] as const
export type Use = (typeof uses)[number]
export const useOf: Readonly<Record<MessageKind, Use>> = {
  called: 'called', near: 'turn', missed: 'turn', leave: 'turn', dayBefore: 'visit', soon: 'visit', changed: 'visit', place: 'visit', case: 'progress', rating: 'progress',
}

/** The slots of each use, and the kind of field each is. */
const slots = {
  called: { number: 'character_string', window: 'thing', hall: 'thing', at: 'time' },
  turn: { number: 'character_string', state: 'phrase', hall: 'thing', note: 'thing' },
  visit: { item: 'thing', at: 'time', hall: 'thing', state: 'phrase' },
  progress: { item: 'thing', state: 'phrase', at: 'time', note: 'thing' },
} as const satisfies Record<Use, Record<string, FieldKind>>
type Slots = typeof slots
/** The values of a use, each made for its kind of field. */
export type Values = { readonly [U in Use]: { readonly [S in keyof Slots[U]]: Field<Slots[U][S] & FieldKind> } }

/** A platform's template: what it is used for, and how it names the field of each slot. */
export interface Template { readonly templateId: string; readonly use: Use; readonly keys: Readonly<Record<string, string>> }
export type Templates = Readonly<Record<WayName, readonly Template[]>>

const ANY_KIND = /^keyword\d+$/
const template = z.strictObject({
  templateId: z.string().min(1).max(64), use: z.enum(uses), keys: z.record(z.string(), z.string().regex(/^[a-z_]{1,20}\d{1,2}$/, 'must be a key such as thing1 or keyword1')),
}).superRefine(({ use, keys }, check) => {
  const wanted: Readonly<Record<string, string>> = slots[use]
  for (const [slot, kind] of Object.entries(wanted)) {
    const key = keys[slot]
    if (key === undefined) check.addIssue({ code: 'custom', path: ['keys'], message: `names no field for ${slot}` })
    // WeChat's keys say their kind: what is put there was made for that kind and no other.
    else if (!ANY_KIND.test(key) && key.replace(/\d+$/, '') !== kind) check.addIssue({ code: 'custom', path: ['keys', slot], message: `must be a field of the kind ${kind}` })
  }
  for (const slot of Object.keys(keys)) if (!(slot in wanted)) check.addIssue({ code: 'custom', path: ['keys', slot], message: 'is no slot of this use' })
})
const onePerUse = z.array(template).refine((all) => new Set(all.map(({ use }) => use)).size === all.length, 'has two templates for one use')
const schema = z.strictObject({ wechat: onePerUse, alipay: onePerUse, sms: onePerUse })

/** Throws `ConfigFaults`. */
export const loadTemplates = (file: string): Templates => {
  const name = path.basename(file)
  const json = readJson(file)
  const fail = (faults: ConfigFaults['faults']): never => { throw new ConfigFaults('The templates of messages are not configured right', faults) }
  if ('problem' in json) return fail([{ file: name, path: '', problem: json.problem }])
  const parsed = schema.safeParse(json.value)
  return parsed.success ? parsed.data : fail(schemaFaults(name, parsed.error))
}

/** What goes into a template: the values under the names that it has for them. */
export const dataFor = ({ keys }: Pick<Template, 'keys'>, values: Readonly<Record<string, Field>>): Record<string, Field> =>
  Object.fromEntries(Object.entries(keys).flatMap(([slot, key]): [string, Field][] => {
    const value = values[slot]
    return value === undefined ? [] : [[key, value]]
  }))
