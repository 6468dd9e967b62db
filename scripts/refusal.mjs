// @ts-check

/** An error whose message is one clear sentence for the person at the terminal; it is shown without a stack. */
export class Refusal extends Error {}

/**
 * What to show of an error: the sentence of a refusal, everything of the unforeseen.
 * @param {unknown} error
 */
export const tell = (error) => error instanceof Refusal ? error.message : error instanceof Error ? error.stack ?? error.message : String(error)
