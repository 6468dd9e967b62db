import type { Which } from '../state'

/** An officer does something with a case, as written in ../README.md. Gives its number; rejects unless it was done. */
export const officerActs = async (base: string, system: string, which: Which, act: { readonly act: string; readonly [more: string]: unknown }): Promise<string> => {
  const response = await fetch(`${base}/${system}/act`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ...which, ...act }) })
  if (response.status !== 200) throw new Error(`${system} refused “${act.act}” with ${response.status}`)
  return (await response.json() as { caseNo: string }).caseNo
}
