import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { ContractError, errorTable } from '@shared/errors'
import { envelope } from './errors'

/**
 * Answers what Node's parser refuses before there is a request, with the one envelope: a head that is too large, or
 * bytes that are not HTTP. The language is not known yet.
 */
export const answerBrokenRequest = (error: NodeJS.ErrnoException, socket: Duplex): void => {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const failure = error.code === 'HPE_HEADER_OVERFLOW'
    ? new ContractError('PAYLOAD_TOO_LARGE')
    : new ContractError('INVALID_INPUT', undefined, [{ field: 'request', problem: 'is not HTTP' }])
  const { status } = errorTable[failure.code]
  const body = JSON.stringify(envelope(failure, 'zh', randomUUID()))
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, 'Content-Type: application/json; charset=utf-8', `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close']
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
