export interface AlipayDemoKeys {
  readonly appPrivateKey: string
  readonly appPublicKey: string
  readonly alipayPrivateKey: string
  readonly alipayPublicKey: string
}
export declare const alipayDemoKeys: (folder: string) => AlipayDemoKeys
