/**
 * The version of the privacy guide that people agree to before anything personal is read. A higher one is shown, and agreed to,
 * anew.
 */
export const PRIVACY_VERSION = 1

/** What a citizen agrees to, each apart from the others (个人信息保护法 arts. 14, 29). */
export const consentKinds = ['privacy', 'idNumber', 'face'] as const
export type ConsentKind = (typeof consentKinds)[number]

/** What an enterprise may grant its agent: to book visits, to see its cases. */
export const grants = ['book', 'cases'] as const
export type Grant = (typeof grants)[number]
