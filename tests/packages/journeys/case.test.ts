import { useStack } from '../../support/stack'
import { demoPerson } from '../../support/faces'
import { packages, useWalk, type Walk } from './walk'

const stack = useStack({ settings: { RATE_LIMITS: 'false' } })

/** From “me” to the form that asks for the real name, by way of the cases that need it. */
const toTheForm = async (walk: Walk): Promise<void> => {
  await walk.signInFirst()
  await walk.openMessage('cases', {})
  await walk.sees('还没有实名')
  await walk.press('去实名认证')
  await walk.reaches('account/real-name')
  await walk.sees('需要您分别同意')
}
const fill = async (walk: Walk, n: number): Promise<void> => {
  const { name, idNumber } = demoPerson(n)
  await walk.type('姓名', name)
  await walk.type('身份证号', idNumber)
  await walk.press(/^同意加密保存/, 'checkbox')
  await walk.press(/核验我的人脸/, 'checkbox')
}

describe.each(packages)('cases in the built %s package', (name) => {
  const walk = useWalk(name, stack)
  /** Different people for the packages: one person is one citizen, whatever the platform. */
  const someone = name === 'weapp' ? 1 : 2

  it('are seen once the face check has told who it is: the list, one case, and back to where one was', async () => {
    await toTheForm(walk)
    await walk.press('开始刷脸')
    // Nothing is sent before both consents are given, each apart.
    await walk.sees('请填写姓名')
    await fill(walk, someone)
    await walk.press('开始刷脸')
    await walk.sees('实名认证完成')
    await walk.press('继续')
    await walk.reaches('cases')
    await walk.sees(/等您办|办理中/, 20_000)
    expect([...walk.host.phone.storage.values()].join()).not.toContain(demoPerson(someone).idNumber)
    const cards = walk.host.view.find({ role: 'link', name: /承诺|等您|受理|审查/ })
    const [card] = cards
    if (!card) throw new Error(`no case on a page that says ${walk.says()}`)
    walk.host.view.tap(card)
    await walk.reaches('cases/case')
    await walk.sees('经过')
    await walk.sees('办件号')
    walk.host.back()
    await walk.reaches('cases')
  }, 60_000)

  it('stay unseen when the face check is left: what was filled in is still there, and it can go on', async () => {
    await toTheForm(walk)
    await fill(walk, someone + 4)
    walk.host.phone.face = 'cancel'
    await walk.press('开始刷脸')
    await walk.sees('刷脸没有做完')
    await walk.sees('可以接着刷脸')
    await walk.press('重新开始')
    await walk.sees('需要您分别同意')
    await walk.press('开始刷脸')
    await walk.sees('刷脸没有做完')
    walk.host.phone.face = 'pass'
    await walk.press('接着刷脸')
    await walk.sees('实名认证完成')
  }, 60_000)

  it('say what to do when the camera cannot be opened', async () => {
    await toTheForm(walk)
    await fill(walk, someone + 6)
    walk.host.phone.face = 'unable'
    await walk.press('开始刷脸')
    await walk.sees('没能打开刷脸，请检查摄像头权限')
    walk.host.phone.face = 'pass'
    await walk.press('接着刷脸')
    await walk.sees('实名认证完成')
  }, 60_000)

  it('are not shown to a face that is another’s', async () => {
    await toTheForm(walk)
    await fill(walk, someone + 8)
    walk.host.phone.face = 'fail'
    await walk.press('开始刷脸')
    await walk.sees('刷脸没有通过')
    await walk.host.open('/pages/cases/index')
    await walk.sees('还没有实名')
  }, 60_000)

  it('tell a slip in a receipt’s number before anything is sent, and find it by number and name without signing in', async () => {
    await walk.host.launch()
    await walk.press('查进度')
    await walk.reaches('cases')
    await walk.sees('登录后看您的办件')
    await walk.press('凭受理回执查')
    await walk.reaches('cases/receipt')
    await walk.type('办件号', '11440100007482576H3440118009000202601050001')
    await walk.press('查进度')
    await walk.sees('前 18 位对不上')
    expect(walk.host.phone.requests.filter(({ url }) => url.includes('/api/cases'))).toEqual([])

    const { token } = await stack().people.citizen(1, 'web')
    const { cases } = await stack().client.call('listCases', { query: { personId: 'self' } }, { token })
    const [wanted] = cases
    if (!wanted) throw new Error('demo citizen 1 has no case')
    await walk.type('办件号', wanted.caseNo)
    await walk.type('申请人姓名或企业名称', demoPerson(1).name)
    await walk.press('查进度')
    await walk.reaches('cases/case')
    await walk.sees('经过')
    expect([...walk.host.phone.storage.values()].join()).not.toContain(wanted.caseNo)
  }, 60_000)
})
