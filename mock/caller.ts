const HEADER = 'x-simulator-caller'

/** From which address a request came, as the connection has it. */
export const callerOf = (request: Request): string => request.headers.get(HEADER) ?? ''

/** The request, with the address it came from, whatever it says of that itself. */
export const withCaller = (request: Request, address: string): Request => {
  const headers = new Headers(request.headers)
  headers.set(HEADER, address)
  return new Request(request, { headers })
}
