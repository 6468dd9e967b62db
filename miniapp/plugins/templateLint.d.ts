/** What WeChat's own compilers say against the templates and styles below a folder; empty when nothing. */
export const templateFaults: (folder: string) => string[]
