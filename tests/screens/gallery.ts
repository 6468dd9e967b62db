import { writeFile } from 'node:fs/promises'
import { looks } from './looks'
import { shots } from './shots'
import type { StaffShot } from './staffShots'

/** The page that shows every picture beside its others. */
export const writeGallery = async (folder: string, staff: readonly StaffShot[]): Promise<void> => {
  const head = ['Screen', ...looks.map((look) => look.name)]
  const rows = shots.map((shot) => [shot.title, ...looks.map(({ name }) => (shot.looks.includes(name) ? `![${shot.title}, ${name}](${shot.name}-${name}.png)` : ''))])
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
  await writeFile(`${folder}/README.md`, [
    '# Every screen', '', 'Made by `npm run screens`. The phone at 390 × 844, longer where the page is: Chinese, English, large type, dark.', '', table, '',
    '## The window’s console and the hall’s screen', '', ...staff.flatMap(({ file, title }) => [`### ${title}`, '', `![${title}](${file})`, '']),
  ].join('\n'))
}
