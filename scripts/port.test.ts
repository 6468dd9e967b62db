import net, { type AddressInfo } from 'node:net'
import { chosenPort, requirePorts } from './port.mjs'

describe('the port', () => {
  it('is 8100 unless PORT says otherwise', () => {
    expect(chosenPort(undefined)).toBe(8100)
    expect(chosenPort('')).toBe(8100)
    expect(chosenPort('9000')).toBe(9000)
  })

  it.each(['0', '65535', 'abc', '80.5', '-1'])('is refused as %s with one sentence', (value) => {
    expect(() => chosenPort(value)).toThrow(`PORT must be a number from 1 to 65534, not “${value}”.`)
  })

  it('is named in one sentence when another program holds it, on whichever address', async () => {
    for (const host of ['127.0.0.1', '0.0.0.0']) {
      const server = net.createServer()
      await new Promise<void>((resolve) => { server.listen(0, host, resolve) })
      const { port } = server.address() as AddressInfo
      await expect(requirePorts([port])).rejects.toThrow(`Port ${port} is taken by another program: stop it, or choose another port, e.g. PORT=${port + 100} npm start`)
      await new Promise((resolve) => { server.close(resolve) })
      await expect(requirePorts([port])).resolves.toBeUndefined()
    }
  })
})
