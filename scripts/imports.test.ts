import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkImports } from './importRules.mjs'

/** A project in small: file → what it imports. Beside each fault stands the rule it breaks; no rule, no fault. */
const TREE: readonly { readonly file: string; readonly imports?: string; readonly rule?: string }[] = [
  { file: 'shared/errors.ts' },
  { file: 'shared/queue.ts', imports: 'import \'zod\'' },
  { file: 'shared/loose.ts', imports: 'import \'node:fs\'', rule: 'shared-alone' },
  { file: 'shared/link.ts', imports: 'import \'./queue\'', rule: 'zod-free-stays-so' },
  { file: 'shared/time.ts', imports: 'import type { Value } from \'./queue\'' },
  { file: 'shared/early.ts', imports: 'import \'./late\'', rule: 'no-cycles' },
  { file: 'shared/late.ts', imports: 'import \'./early\'' },
  { file: 'bff/wiring.ts', imports: 'import \'./engine/queue/engine\'\nimport \'./capabilities/queue/service\'' },
  { file: 'bff/http/errors.ts' },
  { file: 'bff/server.ts', imports: 'import \'../mock/rating/handlers\'', rule: 'server-knows-no-front' },
  { file: 'bff/lazy.ts', imports: 'import \'msw\'', rule: 'server-runs-without-dev' },
  { file: 'bff/nameless.ts', imports: 'import \'unlisted\'', rule: 'listed-packages' },
  { file: 'bff/lost.ts', imports: 'import \'./nowhere\'', rule: 'everything-resolves' },
  { file: 'bff/careless.ts', imports: 'import \'./http/errors.test\'', rule: 'tests-serve-nobody' },
  { file: 'bff/http/errors.test.ts', imports: 'import \'./errors\'\nimport \'../../mock/rating/handlers\'' },
  { file: 'bff/http/limits.ts', imports: 'import \'ioredis\'', rule: 'redis-in-its-place' },
  { file: 'bff/capabilities/queue/port.ts' },
  { file: 'bff/capabilities/queue/service.ts', imports: 'import \'./port\'' },
  { file: 'bff/capabilities/queue/routes.ts', imports: 'import \'../../http/errors\'\nimport \'./service\'' },
  { file: 'bff/capabilities/ratings/port.ts', imports: 'import \'koa\'', rule: 'rules-are-pure' },
  { file: 'bff/capabilities/ratings/service.ts', imports: 'import \'../../http/errors\'', rule: 'rules-are-pure' },
  { file: 'bff/capabilities/ratings/routes.ts', imports: 'import type { Value } from \'../queue/port\'', rule: 'capabilities-apart' },
  { file: 'bff/capabilities/ratings/shortcut.ts', imports: 'import \'../../engine/queue/engine\'', rule: 'capabilities-see-ports' },
  { file: 'bff/engine/queue/engine.ts', imports: 'import \'ioredis\'\nimport \'../../capabilities/queue/port\'\nimport \'../outbox/outbox\'' },
  { file: 'bff/engine/outbox/outbox.ts' },
  { file: 'bff/engine/ratings/engine.ts', imports: 'import \'../queue/engine\'', rule: 'engines-apart' },
  { file: 'bff/engine/ratings/nosy.ts', imports: 'import \'../../capabilities/queue/service\'', rule: 'behind-the-ports' },
  { file: 'bff/backends/rating/adapter.ts', imports: 'import \'../upstream\'' },
  { file: 'bff/backends/upstream.ts' },
  { file: 'bff/backends/identity/adapter.ts', imports: 'import \'../rating/adapter\'', rule: 'backends-apart' },
  { file: 'mock/rating/handlers.ts', imports: 'import \'../faults\'' },
  { file: 'mock/faults.ts' },
  { file: 'mock/rating/state.ts', imports: 'import \'@shared/errors\'', rule: 'simulators-alone' },
  { file: 'mock/day/main.ts', imports: 'import \'@shared/queue\'' },
  { file: 'mock/day/cheat.ts', imports: 'import \'../../bff/http/errors\'', rule: 'demo-day-is-a-client' },
  { file: 'miniapp/src/platform/storage.ts' },
  { file: 'miniapp/src/capabilities/queue/view.ts', imports: 'import type { Value } from \'@shared/queue\'\nimport \'@shared/errors\'\nimport \'@/platform/storage\'' },
  { file: 'miniapp/src/capabilities/queue/heavy.ts', imports: 'import \'@shared/queue\'', rule: 'phone-ships-no-zod' },
  { file: 'miniapp/src/capabilities/queue/heavier.ts', imports: 'import \'zod\'', rule: 'phone-ships-no-zod' },
  { file: 'miniapp/src/capabilities/queue/astray.ts', imports: 'import \'../../../../bff/http/errors\'', rule: 'phone-knows-only-shared' },
  { file: 'miniapp/src/capabilities/queue/node.ts', imports: 'import \'node:path\'', rule: 'phone-is-no-server' },
  { file: 'miniapp/src/capabilities/queue/page.ts', imports: 'import \'@/pages/home/index\'', rule: 'pages-are-ends' },
  { file: 'miniapp/src/ui/Button.tsx' },
  { file: 'miniapp/src/ui/Clever.tsx', imports: 'import \'../platform/storage\'', rule: 'looks-take-props' },
  { file: 'miniapp/src/pages/home/index.tsx', imports: 'import \'@/ui/Button\'' },
  { file: 'miniapp/src/pages/me/index.tsx', imports: 'import \'../home/index\'', rule: 'pages-apart' },
  { file: 'tests/support/real.ts', imports: 'import \'../../bff/wiring\'' },
]

const PACKAGES = ['zod', 'koa', 'ioredis', 'msw', 'unlisted']

describe('the import rules', () => {
  let folder = ''
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
    await writeFile(path.join(folder, file), text)
  }

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'imports-'))
    await write('package.json', JSON.stringify({ dependencies: { zod: '1', koa: '1', ioredis: '1' }, devDependencies: { msw: '1' } }))
    await write('tsconfig.json', JSON.stringify({ compilerOptions: { paths: { '@shared/*': ['./shared/*'], '@/*': ['./miniapp/src/*'] } } }))
    for (const name of PACKAGES) {
      await write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
      await write(`node_modules/${name}/index.js`, '')
    }
    for (const { file, imports = '' } of TREE) await write(file, `${imports}\nexport type Value = string\nexport const value = 1\n`)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('catch one breach of each, and nothing that is allowed', async () => {
    const { faults, modules } = await checkImports(undefined, folder)
    const found = faults.filter(({ from }) => from !== 'shared/late.ts').map(({ from, rule }) => `${from}: ${rule}`)
    expect(found.sort()).toEqual(TREE.flatMap(({ file, rule }) => rule ? [`${file}: ${rule}`] : []).sort())
    expect(modules).toBe(TREE.length)
  })

  it('fail when no module is seen under a root', async () => {
    await mkdir(path.join(folder, 'empty'))
    const { faults } = await checkImports(['empty', 'shared'], folder)
    expect(faults).toContainEqual({ rule: 'no modules seen', from: 'empty', to: '' })
  })
})
