import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { difference, type Difference } from './compare'

export interface Change { readonly file: string; readonly kind: 'new' | 'changed'; readonly points: number }

/** The pictures of before. A new one takes the place of an old one only where somebody would see a difference. */
export interface Album {
  readonly keep: (file: string, picture: Buffer) => Promise<'same' | Change['kind']>
  readonly changes: readonly Change[]
  /** Before, after and what differs of all that changed, to be looked at before it is committed; gives where. */
  readonly report: () => Promise<string>
}

const figure = (name: string, source: string): string => `<figure><img src="${source}" alt="${name}"><figcaption>${name}</figcaption></figure>`
const styles = 'body{font:16px sans-serif;margin:24px}section{display:flex;gap:16px;align-items:flex-start;flex-wrap:wrap}figure{margin:0}img{max-width:420px;border:1px solid #ccc}'

/** A page has few colours: named in a table they take a third of the room. */
const small = (picture: Buffer): Promise<Buffer> => sharp(picture).png({ palette: true, dither: 0, effort: 8, compressionLevel: 9 }).toBuffer()

/** `folder`: the pictures; `diffs`: what has become of them, made anew. */
export const openAlbum = async (folder: string, diffs: string): Promise<Album> => {
  const changes: Change[] = []
  await rm(diffs, { recursive: true, force: true })
  await mkdir(diffs, { recursive: true })
  const show = async (file: string, before: Buffer, after: Buffer, { image }: Difference): Promise<void> => {
    await writeFile(path.join(diffs, `before-${file}`), before)
    await writeFile(path.join(diffs, `after-${file}`), after)
    if (image) await writeFile(path.join(diffs, file), image)
  }
  return {
    changes,
    keep: async (file, picture) => {
      const place = path.join(folder, file)
      const before = await readFile(place).catch(() => null)
      const found = before && difference(before, picture)
      if (before && !found) return 'same'
      const kind = before ? 'changed' : 'new'
      if (before && found) await show(file, before, picture, found)
      changes.push({ file, kind, points: found?.points ?? 0 })
      await writeFile(place, await small(picture))
      return kind
    },
    report: async () => {
      const parts = changes.map(({ file, kind, points }) => (kind === 'new'
        ? `<h2>${file}: new</h2>${figure('new', path.relative(diffs, path.join(folder, file)))}`
        : `<h2>${file}: ${points} points</h2><section>${figure('before', `before-${file}`)}${figure('after', `after-${file}`)}${figure('what differs', file)}</section>`))
      const place = path.join(diffs, 'index.html')
      await writeFile(place, `<!doctype html><meta charset="utf-8"><title>What changed</title><style>${styles}</style><h1>${changes.length} pictures</h1>${parts.join('\n')}\n`)
      return place
    },
  }
}
