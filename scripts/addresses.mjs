// @ts-check
import { networkInterfaces } from 'node:os'

/** This machine's address in the local network, for phones beside it; undefined when it has none. */
export const lanAddress = () => Object.entries(networkInterfaces())
  // Bridges of containers and virtual machines lead to no phone.
  .filter(([name]) => !/^(docker|br-|veth|virbr|vmnet|lo)/.test(name))
  .flatMap(([, addresses]) => addresses ?? [])
  .find(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))?.address
