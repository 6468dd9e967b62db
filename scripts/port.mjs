// @ts-check
import net from 'node:net'
import { Refusal } from './refusal.mjs'

/**
 * A port of the loopback interface that nobody listens on at this moment.
 * @returns {Promise<number>}
 */
export const freePort = () => new Promise((resolve, reject) => {
  const server = net.createServer()
  server.once('error', reject)
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    server.close(() => typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')))
  })
})

/**
 * The first of two neighbouring ports that nobody listens on.
 * @returns {Promise<number>}
 */
export const freePortPair = async () => {
  for (;;) {
    const port = await freePort()
    if (port < 65_535 && !await bindingFault(port + 1, '127.0.0.1')) return port
  }
}

/**
 * The port people chose, or the default.
 * @param {string | undefined} value
 * @returns {number}
 */
export const chosenPort = (value) => {
  const port = value === undefined || value === '' ? 8100 : Number(value)
  // The simulators stand on the port after it.
  if (!Number.isInteger(port) || port < 1 || port > 65_534) throw new Refusal(`PORT must be a number from 1 to 65534, not “${value}”.`)
  return port
}

/**
 * Rejects with one sentence when somebody listens on one of the ports, or the system does not let us.
 * @param {readonly number[]} ports
 */
export const requirePorts = async (ports) => {
  for (const port of ports) {
    // On macOS a listener on one address does not keep the other from binding, so both are tried.
    for (const host of ['127.0.0.1', '0.0.0.0']) {
      const fault = await bindingFault(port, host)
      if (fault === 'EACCES') throw new Refusal(`Port ${port} may not be used by this account: choose one above 1023, e.g. PORT=8200 npm start`)
      if (fault) throw new Refusal(`Port ${port} is taken by another program: stop it, or choose another port, e.g. PORT=${port + 100} npm start`)
    }
  }
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string>} empty when it can be bound
 */
const bindingFault = (port, host) => new Promise((resolve) => {
  const server = net.createServer()
  server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? 'unknown'))
  server.listen({ port, host }, () => server.close(() => resolve('')))
})
