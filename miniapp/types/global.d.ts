/// <reference types="@tarojs/taro" />
declare module '*.scss'
declare module '*.css'

declare namespace NodeJS {
  interface ProcessEnv { TARO_ENV?: 'weapp' | 'alipay' | 'h5' }
}

/** Where the BFF answers, without a slash at the end; empty on the web, where it is the page's own origin. */
declare const API_BASE: string
/** Which platform this build is for. */
declare const TARGET: 'weapp' | 'alipay' | 'h5'
/** Method, path and caller of every endpoint this build may call; computed from shared/endpoints.ts by the build. */
declare const ENDPOINT_ROUTES: Readonly<Record<string, readonly [method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, caller: 'anyone' | 'citizen' | 'screen' | 'staff']>>

/** What we use of Alipay beyond Taro. */
declare const my: {
  getAuthCode: (options: { scopes: 'auth_base'; success: (answer: { authCode: string }) => void; fail: (failure: unknown) => void }) => void
  requestSubscribeMessage: (options: { entityIds: string[]; success: (answer: unknown) => void; fail: (failure: unknown) => void }) => void
  call: (name: 'startBizService', options: { name: 'open-certify'; param: string }, ended: (result: unknown) => void) => void
}

/** What we use of WeChat beyond what Taro turns into promises. */
declare const wx: {
  /** Since base library 2.32.3. */
  requirePrivacyAuthorize?: (options: { success: () => void; fail: () => void }) => void
  /** `buttonId`: of the button with `open-type="agreePrivacyAuthorization"` that was tapped. */
  onNeedPrivacyAuthorization: (listener: (resolve: (answer: { event: 'agree'; buttonId: string } | { event: 'disagree' | 'exposureAuthorization' }) => void) => void) => void
  openPrivacyContract: (options: object) => void
  requestFacialVerify: (options: { verifyId: string; success: () => void; fail: (failure: unknown) => void }) => void
}
