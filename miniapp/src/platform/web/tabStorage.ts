/**
 * What lives as long as the browser tab: it survives a reload and ends with the tab, which is right for a
 * staff session on a shared computer. A browser that forbids storage keeps nothing, and nothing breaks.
 */
export const readTab = (name: string): string | null => {
  try { return window.sessionStorage.getItem(name) } catch { return null }
}

export const writeTab = (name: string, value: string | null): void => {
  try {
    if (value === null) window.sessionStorage.removeItem(name)
    else window.sessionStorage.setItem(name, value)
  } catch {
    // Storage is full or forbidden: the clerk signs in again after a reload, no more.
  }
}
