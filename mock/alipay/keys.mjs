// @ts-check
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The two key pairs of the simulated Alipay: the application's and the platform's. Base64 of DER on one line, as
 * Alipay's own tools give them: private keys PKCS#8, public keys SPKI.
 * @typedef {object} AlipayDemoKeys
 * @property {string} appPrivateKey goes to the server as ALIPAY_PRIVATE_KEY
 * @property {string} appPublicKey
 * @property {string} alipayPrivateKey stays with the simulator
 * @property {string} alipayPublicKey goes to the server as ALIPAY_PUBLIC_KEY
 */

/**
 * Reads the demo keys of a folder, and makes them when there are none. Two processes that come at once get the same.
 * Uses Node alone, so that a script may call it before anything is installed.
 * @param {string} folder created when missing, for its owner only
 * @returns {AlipayDemoKeys}
 */
export const alipayDemoKeys = (folder) => {
  const file = path.join(folder, 'alipay-demo-keys.json')
  if (!existsSync(file)) createFile(folder, file)
  return JSON.parse(readFileSync(file, 'utf8'))
}

/**
 * @param {string} folder
 * @param {string} file
 */
const createFile = (folder, file) => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const [app, alipay] = [createPair(), createPair()]
  const keys = {
    appPrivateKey: app.privateKey, appPublicKey: app.publicKey, alipayPrivateKey: alipay.privateKey, alipayPublicKey: alipay.publicKey,
  }
  // Written aside and then linked: a link fails when the name exists, so the first wins and nobody reads half a file.
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, JSON.stringify(keys, null, 2), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft)
  }
}

const createPair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  }
}
