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

/** In the address, as the SDK has it; all else goes into the body, so that no access log holds a code or a name. */
const IN_ADDRESS = new Set(['app_id', 'method', 'charset', 'sign_type', 'sign', 'timestamp', 'version'])

export interface SignedRequest { readonly query: Record<string, string>; readonly form: Record<string, string> }
/** `bizContent` holds a business method's own parameters. */
export type Parameters = Readonly<Record<string, unknown>>

/** The signing and checking of the official SDK; the sending is upstream's, so that it fails like every other call. */
export const createAlipayGateway = ({ url, appId, privateKey, publicKey }: AlipaySettings) => {
  const sdk = new AlipaySdk({ appId, privateKey, alipayPublicKey: publicKey, keyType: 'PKCS8', gateway: url })
  return {
    sign: (method: string, parameters: Parameters): SignedRequest => {
      const signed = [...new URLSearchParams(sdk.sdkExecute(method, parameters))]
      return {
        query: Object.fromEntries(signed.filter(([name]) => IN_ADDRESS.has(name))),
        form: Object.fromEntries(signed.filter(([name]) => !IN_ADDRESS.has(name))),
      }
    },
    /** An address that Alipay's app opens, signed whole: whatever stands in it can be read on its way. */
    pageUrl: (method: string, parameters: Parameters): string => sdk.pageExecute(method, 'GET', parameters),
    /**
     * What the part of the answer called `name` says, read from the very bytes that Alipay signed: whatever else stands in
     * the text counts nothing. undefined when it was not signed by Alipay.
     */
    genuine: (text: string, name: string, sign: string): unknown => {
      try {
        sdk.checkResponseSign(text, name, sign, '')
        return JSON.parse(sdk.getSignStr(text, name)) as unknown
      } catch {
        return undefined
      }
    },
  }
}
