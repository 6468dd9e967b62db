import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { shots } from './shots'
import type { Scene } from './scene'
import { staffShots } from './staffShots'

const root = path.resolve(__dirname, '../..')
const states = readFileSync(path.join(root, 'docs/screens/states.md'), 'utf8')
/** Knows somebody of every kind, for the addresses of the shots. */
const anyScene = new Proxy({}, { get: (_, name): unknown => (typeof name === 'string' ? anyone : undefined) }) as Scene
const anyone: object = new Proxy({}, { get: (_, name): unknown => (typeof name === 'symbol' ? () => 'any' : anyone) })

/** Every page the app declares, as its address begins. */
const pages = (): string[] => {
  const text = readFileSync(path.join(root, 'miniapp/src/app.config.ts'), 'utf8')
  const plain = [...text.matchAll(/'(pages\/[a-z-]+\/index)'/g)].map(([, page]) => page ?? '')
  const inPackages = [...text.matchAll(/root: '(pages\/[a-z-]+)', pages: \[([^\]]*)\]/g)]
    .flatMap(([, folder, list]) => [...(list ?? '').matchAll(/'([^']+)'/g)].map(([, page]) => `${folder}/${page}`))
  return [...plain, ...inPackages]
}

test('no two pictures have one name', () => {
  const names = [...shots, ...staffShots].map(({ name }) => name)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test('every page of the app is photographed', () => {
  const addresses = shots.map((shot) => shot.path(anyScene)).map((address) => (address === '/' ? '/pages/home/index' : address.startsWith('/s/') ? '/pages/scan/index' : address))
  // A case is opened from the list of cases.
  const seen = [...addresses, ...staffShots.map(({ on }) => `/pages/${on}/index`)]
  expect(pages().length).toBeGreaterThan(25)
  expect(pages().filter((page) => !seen.some((address) => address.startsWith(`/${page}`)))).toEqual([])
})

test('the table of states names pictures that are taken, and tests that are there', () => {
  const names = new Set([...shots, ...staffShots].map(({ name }) => name))
  const named = [...states.matchAll(/`([^`*]+)`/g)].map(([, name]) => name ?? '')
  const tests = named.filter((name) => name.includes('.test.'))
  expect(tests.filter((file) => !existsSync(path.join(root, 'miniapp/src', file)))).toEqual([])
  expect(named.filter((name) => /^[a-z-]+$/.test(name) && !names.has(name))).toEqual([])
  expect(named.length).toBeGreaterThan(80)
})
