/** What was wrong: a text of the console, with the code to look up where the platform gave one. */
export type Problem = { readonly name: 'silent' | 'token' | 'unsigned' | 'own' } | { readonly name: 'status' | 'code'; readonly code: string }

/** As the server writes them. */
const KNOWN: ReadonlyMap<string, Problem> = new Map([
  ['no answer', { name: 'silent' }],
  ['no answer came', { name: 'silent' }],
  ['no access token', { name: 'token' }],
  ['not signed by alipay', { name: 'unsigned' }],
  ['the sending itself failed', { name: 'own' }],
])

/** Reads the server's word for what was wrong; what it does not know is the platform's own code and stays as it is. */
export const problemIn = (text: string): Problem => {
  const status = /^status (\d+)$/.exec(text)?.[1]
  return KNOWN.get(text) ?? (status === undefined ? { name: 'code', code: text.replace(/^errcode /, '') } : { name: 'status', code: status })
}
