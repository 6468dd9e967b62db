/** Whose a photo is: `owner`, `at`, and `rating` once it is attached. */
export const photoKey = (photoId: string): string => `{photo:${photoId}}`
/** Taken by the process that does this round. */
export const ROUND_KEY = '{photos}:round'
