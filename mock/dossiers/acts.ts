import type { Dossier, Procedure, Step, Way } from './dossier'

/** What an officer of the department does with a case. */
export type Act =
  | { readonly act: 'accept' | 'note' | 'resume' | 'grant' | 'refuse' | 'deliver' | 'withdraw'; readonly note: string }
  | { readonly act: 'supplement'; readonly things: readonly { readonly name: string; readonly note: string }[]; readonly until: number }
  | { readonly act: 'stop'; readonly procedure: Exclude<Procedure, 'supplement'>; readonly note: string }
  | { readonly act: 'issue'; readonly ways: readonly Way[] }

export type ChangeKind = 'accepted' | 'supplement' | 'stopped' | 'resumed' | 'decided' | 'issued' | 'delivered' | 'other'
export interface Acted { readonly dossier: Dossier; readonly kind: ChangeKind }

const stepped = ({ done }: Dossier, step: Step, at: number, note: string): Dossier['done'] => [...done, { step, at, note }]
const ended = (stops: Dossier['stops'], at: number): Dossier['stops'] => stops.map((stop) => (stop.until === null ? { ...stop, until: at } : stop))

const decide = (one: Dossier, granted: boolean, at: number, reason: string): Acted => {
  const examined = { ...one, done: stepped(one, 'examine', at, '审查完毕') }
  const done = stepped(examined, 'decide', at, granted ? '准予' : '不予')
  return { dossier: { ...one, standing: granted ? 'granted' : 'refused', done, decision: { granted, at, reason, ways: [], collectedAt: null } }, kind: 'decided' }
}

/** What becomes of a case by an act; null when it cannot be done now. */
export const perform = (one: Dossier, what: Act, at: number): Acted | null => {
  const { standing } = one
  const isUnderWay = standing === 'applied' || standing === 'examining'
  switch (what.act) {
    case 'accept': return standing === 'applied'
      ? { dossier: { ...one, standing: 'examining', acceptedAt: at, done: stepped(one, 'accept', at, what.note) }, kind: 'accepted' } : null
    case 'note': return standing === 'examining' ? { dossier: { ...one, done: stepped(one, 'examine', at, what.note) }, kind: 'other' } : null
    // What is missing is told once.
    case 'supplement': return isUnderWay && !one.asked
      ? { dossier: { ...one, standing: 'supplement', asked: { things: what.things, until: what.until }, stops: [...one.stops, { procedure: 'supplement', from: at, until: null, note: '等待申请人补正材料' }] }, kind: 'supplement' } : null
    case 'stop': return standing === 'examining'
      ? { dossier: { ...one, standing: 'special', stops: [...one.stops, { procedure: what.procedure, from: at, until: null, note: what.note }] }, kind: 'stopped' } : null
    case 'resume': return standing === 'supplement' || standing === 'special'
      ? { dossier: { ...one, standing: one.acceptedAt === null ? 'applied' : 'examining', stops: ended(one.stops, at) }, kind: 'resumed' } : null
    case 'grant': return standing === 'examining' ? decide(one, true, at, what.note) : null
    case 'refuse': return standing === 'examining' ? decide(one, false, at, what.note) : null
    case 'issue': return standing === 'granted' && one.decision && !one.isPart
      ? { dossier: { ...one, standing: 'ready', done: stepped(one, 'issue', at, '已制证'), decision: { ...one.decision, ways: what.ways } }, kind: 'issued' } : null
    case 'deliver': return standing === 'ready' && one.decision
      ? { dossier: { ...one, standing: 'delivered', done: stepped(one, 'deliver', at, '已送达'), decision: { ...one.decision, collectedAt: at } }, kind: 'delivered' } : null
    case 'withdraw': return isUnderWay || standing === 'supplement' || standing === 'special'
      ? { dossier: { ...one, standing: 'withdrawn', stops: ended(one.stops, at) }, kind: 'other' } : null
  }
}
