/** A mini-program is kept on the phone by its host. */
export const startServiceWorker = (): void => undefined
