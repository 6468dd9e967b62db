// @ts-check
import path from 'node:path'
import { ensureWebBuilt } from './build.mjs'
import { startDemo } from './demo.mjs'
import { DEMO_ACCOUNTS } from './demoStaff.mjs'
import { createFamily } from './family.mjs'
import { ensureInstalled } from './install.mjs'
import { runUntilEnd } from './lifetime.mjs'
import { chosenPort, requirePorts } from './port.mjs'
import { withProgress } from './progress.mjs'
import { drawQr } from './qr.mjs'
import { ROOT } from './root.mjs'

/** From a bare clone to a running hall; runs until it is asked to end. */
export const main = async () => {
  const family = createFamily()
  const say = (/** @type {string} */ text) => process.stdout.write(`${text}\n`)
  await runUntilEnd(family, async () => {
    const port = chosenPort(process.env.PORT)
    await requirePorts([port, port + 1])
    await ensureInstalled(family)
    await ensureWebBuilt(family)
    const dir = path.resolve(process.env.DATA_DIR || path.join(ROOT, '.data'))
    const demo = await withProgress('Starting', 'a few seconds', () => startDemo(family, { port, dir, say }))
    say(await welcome(demo, path.relative(process.cwd(), path.join(dir, 'logs'))))
    await new Promise(() => undefined)
  })
}

/**
 * @param {import('./demo.mjs').Demo} demo
 * @param {string} logs
 */
const welcome = async ({ local, shared, screen, password }, logs) => {
  const { default: qrcode } = await import('qrcode')
  const code = drawQr(qrcode.create(`${shared}/`).modules)
  return [
    '', 'Yichuang is ready. 一窗已就绪。', '',
    `  Citizen’s page   市民页面    ${local}/`,
    ...shared === local ? [] : [`    on a phone     手机访问    ${shared}/`],
    `  Hall screen      大厅屏幕    ${screen}`,
    `  Window console   窗口工作台  ${local}/pages/console/index`,
    `  Supervision      服务督查    ${local}/pages/supervision/index`,
    `    sign in as     登录帐号    ${DEMO_ACCOUNTS.join(', ')}   password 密码  ${password}`,
    `  API document     接口文档    ${local}/api-docs/`,
    `  OpenAPI          接口描述    ${local}/openapi.json`,
    '', code, `Logs are in ${logs}/. Ctrl-C ends everything. 日志见上述目录，按 Ctrl-C 结束全部程序。`,
  ].join('\n')
}
