/** How scanning ended: what was read; or nothing, for a reason the citizen can do something about. */
export type Scanned = { readonly kind: 'read'; readonly text: string } | { readonly kind: 'cancelled' | 'unreadable' | 'refused' }
/** `barcodes`: the lines of a receipt may be read too, where the host can. */
export interface ScanWanted { readonly barcodes?: boolean }
