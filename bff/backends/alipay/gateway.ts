import { AlipaySdk } from 'alipay-sdk'

export interface AlipaySettings {
  /** The gateway's address, e.g. https://openapi.alipay.com/gateway.do */
  readonly url: string
  readonly appId: string
  /** The application's private key: PKCS#8, base64 on one line or PEM. */
  readonly privateKey: string
  /** Alipay's public key, by which its answers are known. Never left out: then anyone could answer for Alipay. */
  readonly publicKey: string
}

/** In the address, as the SDK has it; all else goes into the body, so that no access log holds a code. */
const IN_ADDRESS = new Set(['app_id', 'method', 'charset', 'sign_type', 'sign', 'timestamp', 'version'])

export interface SignedRequest { readonly query: Record<string, string>; readonly form: Record<string, string> }

/** The signing and checking of the official SDK; the sending is upstream's, so that it fails like every other call. */
export const createAlipayGateway = ({ appId, privateKey, publicKey }: AlipaySettings) => {
  const sdk = new AlipaySdk({ appId, privateKey, alipayPublicKey: publicKey, keyType: 'PKCS8' })
  return {
    /** @param parameters a `bizContent` among them is an object */
    sign: (method: string, parameters: Readonly<Record<string, string | object>>): SignedRequest => {
      const signed = [...new URLSearchParams(sdk.sdkExecute(method, parameters))]
      return {
        query: Object.fromEntries(signed.filter(([name]) => IN_ADDRESS.has(name))),
        form: Object.fromEntries(signed.filter(([name]) => !IN_ADDRESS.has(name))),
      }
    },
    /** True when the part of the answer called `name` was signed by Alipay, to the byte. */
    isGenuine: (text: string, name: string, sign: string): boolean => {
      try {
        sdk.checkResponseSign(text, name, sign, '')
        return true
      } catch {
        return false
      }
    },
  }
}
