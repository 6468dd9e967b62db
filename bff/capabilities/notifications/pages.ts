/** Where the pages of a subpackage lie; all others stand right below `pages`. As miniapp/src/app.config.ts has them. */
const places: Readonly<Record<string, string>> = { case: 'cases/case', rating: 'ratings/rating' }

/** Where a page of ours, `ticket?id=…`, lies in the mini-program. */
export const pathOf = (page: string): string => {
  const [name = '', query] = page.split('?')
  return `pages/${places[name] ?? name}/index${query ? `?${query}` : ''}`
}
