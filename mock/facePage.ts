import { choice, hidden, page } from './page'

/** How somebody may end a simulated face check. */
export const faceEnds = ['pass', 'fail', 'cancel'] as const
export type FaceEnd = (typeof faceEnds)[number]

export const isFaceEnd = (text: string | null): text is FaceEnd => faceEnds.includes(text as FaceEnd)

/** The page that stands for the camera. @param fields by which the form's receiver knows the check again */
export const facePage = (platform: string, action: string, fields: Readonly<Record<string, string>>): string => page('模拟人脸核验', `
<h1>模拟人脸核验 · ${platform}</h1>
<p>这里没有摄像头。姓名和身份证号不属于同一人时，“通过”也不会通过。</p>
<p lang="en">There is no camera here. Where the name and the ID number do not belong together, passing does not pass.</p>
<form method="post" action="${action}">
${hidden(fields)}
<ul>${choice('result', 'pass', '通过', 'Pass')}${choice('result', 'fail', '不通过：不是本人', 'Fail: somebody else')}${choice('result', 'cancel', '取消', 'Cancel')}</ul>
</form>`)

export const faceDonePage = (): string => page('模拟人脸核验', '<h1>核验已结束，请返回小程序</h1><p lang="en">The check has ended. Please go back.</p>')
export const faceGonePage = (): string => page('模拟人脸核验', '<h1>没有这次核验，或已失效</h1><p lang="en">There is no such check, or it is over.</p>')
