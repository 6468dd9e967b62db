/** Where a sign-in may come back to: the caller's own page when we know it, else the public address. */
export interface Origins { readonly publicUrl: string; readonly allowedOrigins: readonly string[] }

/** @param origin the caller's `Origin` header, which anyone can write: it is used only when it is on the list */
export const returnOrigin = (origin: string, { publicUrl, allowedOrigins }: Origins): string => {
  const ours = new URL(publicUrl).origin
  return origin !== ours && allowedOrigins.includes(origin) ? origin : ours
}
