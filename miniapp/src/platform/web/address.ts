/**
 * A value behind the `#` of the page’s address, e.g. `key` of `#key=…`; null when absent. Browsers keep this part
 * to themselves, so a secret there reaches no server log.
 */
export const hashValue = (name: string, hash = window.location.hash): string | null => new URLSearchParams(hash.replace(/^#/, '')).get(name)
