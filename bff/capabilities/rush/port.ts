export interface Signer { readonly sign: (text: string, length: number) => string; readonly verify: (text: string, mac: string, length: number) => boolean }
