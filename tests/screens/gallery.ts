import { writeFile } from 'node:fs/promises'
import { galleryPage, type Entry } from './galleryPage'
import { looks, nameIn, themes } from './looks'
import { areas } from './shots'
import { staffFiles, staffShots } from './staffShots'

const allLooks = themes.flatMap((theme) => looks.map(({ name }) => nameIn(name, theme)))
/** Those of a table that can still be read; the page has all. */
const inTable = [...looks.map(({ name }) => name), 'zh-dark']

/** Every picture there is, by the part of the product it belongs to. */
const entries = (): Entry[] => [
  ...areas.flatMap(({ name: area, shots }) => shots.map((shot) => (
    { area, title: shot.title, name: shot.name, pictures: allLooks.map((look) => ({ look, file: `${shot.name}-${look}.png` })) }))),
  ...staffShots.map((shot) => ({
    area: shot.on === 'console' ? 'The window’s console' : shot.on === 'screen' ? 'The hall’s screen' : 'Supervision',
    title: shot.title, name: shot.name, wide: true, pictures: staffFiles(shot).map(({ file, look }) => ({ look: look || 'zh', file })),
  })),
]

const table = (shown: readonly Entry[]): string[] => {
  const head = ['Screen', ...inTable]
  const rows = shown.map(({ title, pictures }) => [title, ...inTable.map((name) => {
    const found = pictures.find(({ look }) => look === name)
    return found ? `![${title}, ${name}](${found.file})` : ''
  })])
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
}

/** The pages that show every picture beside its others: one to read where the code is, one to look through and choose from. */
export const writeGallery = async (folder: string): Promise<void> => {
  const all = entries()
  const parts = [...new Set(all.map(({ area }) => area))].map((area) => ({ area, shown: all.filter((entry) => entry.area === area) }))
  await writeFile(`${folder}/README.md`, [
    '# Every screen', '',
    'Made by `npm run screens`, which says what differs from the pictures of before. The phone at 390 × 844, longer where the page is: Chinese and English, usual and large type, by light and in the dark.',
    '[index.html](index.html) shows all of them side by side and lets you choose; [states.md](states.md) tells what each page does when something is amiss.', '',
    ...parts.flatMap(({ area, shown }) => [`## ${area}`, '', ...(shown[0]?.wide
      ? shown.flatMap(({ title, pictures }) => pictures.flatMap(({ file, look }) => [`### ${title}${pictures.length > 1 ? ` (${look})` : ''}`, '', `![${title}](${file})`, '']))
      : [...table(shown), ''])]),
  ].join('\n'))
  await writeFile(`${folder}/index.html`, galleryPage(parts))
}
