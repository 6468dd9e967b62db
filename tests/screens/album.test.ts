import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PNG } from 'pngjs'
import { openAlbum } from './album'
import { difference } from './compare'

const picture = (shade: number, compression = 9): Buffer => {
  const png = new PNG({ width: 20, height: 20 })
  png.data.fill(shade)
  return PNG.sync.write(png, { deflateLevel: compression })
}

let dir: string
beforeEach(async () => { dir = await mkdtemp(path.join(tmpdir(), 'yichuang-album-')) })
afterEach(() => rm(dir, { recursive: true, force: true }))

test('a picture that looks the same is not written anew, though its bytes differ', async () => {
  const before = picture(255)
  await writeFile(path.join(dir, 'a.png'), before)
  const album = await openAlbum(dir, path.join(dir, 'diff'))
  expect(picture(254, 0).equals(before)).toBe(false)
  expect(await album.keep('a.png', picture(254, 0))).toBe('same')
  expect(album.changes).toEqual([])
  expect((await readFile(path.join(dir, 'a.png'))).equals(before)).toBe(true)
})

test('one that differs takes its place, and is reported with what it was, what it is and what differs', async () => {
  await writeFile(path.join(dir, 'a.png'), picture(255))
  const album = await openAlbum(dir, path.join(dir, 'diff'))
  expect(await album.keep('a.png', picture(100))).toBe('changed')
  expect(await album.keep('b.png', picture(100))).toBe('new')
  expect(album.changes).toEqual([{ file: 'a.png', kind: 'changed', points: 400 }, { file: 'b.png', kind: 'new', points: 0 }])
  const report = await readFile(await album.report(), 'utf8')
  for (const shown of ['before-a.png', 'after-a.png', 'src="a.png"', 'src="../b.png"']) expect(report).toContain(shown)
  expect(await readdir(path.join(dir, 'diff'))).toEqual(['a.png', 'after-a.png', 'before-a.png', 'index.html'])
})

test('it is kept in little room, and looks as it was taken', async () => {
  const noisy = new PNG({ width: 60, height: 60 })
  noisy.data.forEach((_, at) => { noisy.data[at] = at % 4 === 3 ? 255 : (Math.floor(at / 4) * 37) % 90 })
  const taken = PNG.sync.write(noisy, { deflateLevel: 9 })
  const album = await openAlbum(dir, path.join(dir, 'diff'))
  await album.keep('a.png', taken)
  const kept = await readFile(path.join(dir, 'a.png'))
  expect(kept.length).toBeLessThan(taken.length)
  expect(difference(taken, kept)).toBeNull()
})

test('what an earlier run reported is gone', async () => {
  await openAlbum(dir, path.join(dir, 'diff')).then(async (album) => { await album.keep('a.png', picture(1)); await album.keep('a.png', picture(200)) })
  await openAlbum(dir, path.join(dir, 'diff'))
  expect(await readdir(path.join(dir, 'diff'))).toEqual([])
})
