/**
 * Does what the phone may be unable to do without harm to the citizen, e.g. a title or a vibration. A host may throw,
 * reject, or give nothing at all for what it does not know.
 */
export const quietly = (act: () => unknown): void => {
  try { Promise.resolve(act()).catch(() => undefined) } catch { /* nothing to be done, nothing lost */ }
}
