import { once } from 'node:events'
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Koa from 'koa'
import { securityHeaders } from '../../bff/http/security'
import { webApp } from '../../bff/http/webApp'

export const BUILD = path.resolve(__dirname, '../../miniapp/dist/h5')

/** The web app from a folder, served as the server does, and nothing else: every question to the API is a 404. */
export const serveBuild = async (root: string): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> => {
  const app = new Koa()
  // Whoever hangs up in the middle of a file is cut off by a test.
  app.on('error', () => undefined)
  app.use(securityHeaders(root))
  app.use(webApp(root))
  const server = createServer(app.callback()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => { server.closeAllConnections(); server.close(); await once(server, 'close') },
  }
}

/** The file of the page that all halls stand on: another page than the one people start with. */
const partOf = (index: string, page: string): string => {
  const table = JSON.parse(/\}\((\{"files".*?\})\)<\/script>/.exec(index)?.[1] ?? '{}') as { readonly files: string[]; readonly pages: Record<string, number[]> }
  return (table.pages[page] ?? []).map((at) => table.files[at] ?? '').filter((file) => file.endsWith('.js')).at(-1) ?? ''
}
const hashOf = (file: string): string => /\.([0-9a-f]{8})\.js/.exec(file)?.[1] ?? ''

/**
 * What the next release would be, in a folder of its own: the app and the page of all halls have changed and so bear other
 * names, their old files are gone, and index.html says `mark`.
 */
export const nextBuild = async (mark: string): Promise<{ readonly root: string; readonly remove: () => Promise<void> }> => {
  const root = await mkdtemp(path.join(tmpdir(), 'yichuang-build-'))
  await cp(BUILD, root, { recursive: true })
  const index = await readFile(path.join(BUILD, 'index.html'), 'utf8')
  const changed = [hashOf(/\/(js\/app\.[^"]+)"/.exec(index)?.[1] ?? ''), hashOf(partOf(index, 'pages/halls/index'))]
  if (changed.includes('')) throw new Error('the build names neither its app nor its page of halls')
  const renewed = (text: string): string => changed.reduce((said, hash, i) => said.replaceAll(hash, `0000000${i}`), text)
  for (const name of await readdir(root, { recursive: true })) {
    const file = path.join(root, name)
    if (/\.(br|gz)$/.test(name)) await rm(file)
    else if (/\.(js|html)$/.test(name)) {
      await writeFile(file, renewed(await readFile(file, 'utf8')))
      await rename(file, path.join(root, renewed(name)))
    }
  }
  const page = path.join(root, 'index.html')
  await writeFile(page, (await readFile(page, 'utf8')).replace('<title>', `<meta name="release" content="${mark}"><title>`))
  const worker = path.join(root, 'sw.js')
  await writeFile(worker, (await readFile(worker, 'utf8')).replace(/("\/index\.html",revision:")[0-9a-f]+/, `$1${mark}`))
  return { root, remove: () => rm(root, { recursive: true, force: true }) }
}
