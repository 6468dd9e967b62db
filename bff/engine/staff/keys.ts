/** One slot for all accounts: they are few and seldom touched, and the first of them must be made only when there is none. */
export const accountsKey = '{staff}:accounts'
export const attemptsKey = (account: string): string => `{staff}:attempts:${account}`
export const sessionKey = (tokenHash: string): string => `{session:${tokenHash}}:staff`
