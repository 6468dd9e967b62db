/** One slot for all accounts: they are few and seldom touched, and the first of them must be made only when there is none. */
export const accountsKey = '{staff}:accounts'
export const attemptsKey = (account: string): string => `{staff}:attempts:${account}`
/** A second factor, and one that is being set up: the same fields, so that the latter becomes the former by its name. */
export const factorKey = (account: string): string => `{staff}:factor:${account}`
export const enrolmentKey = (account: string): string => `{staff}:enrolment:${account}`
export const sessionKey = (tokenHash: string): string => `{session:${tokenHash}}:staff`
