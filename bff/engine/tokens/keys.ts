/** The token of one application at one platform; `application` is no secret. */
export const tokenKey = (application: string): string => `{token:${application}}:kept`
/** Who is fetching a new one. */
export const claimKey = (application: string): string => `{token:${application}}:claim`
