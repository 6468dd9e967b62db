import { cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { dateTime } from '@shared/time'

export const CLOSED = 'town4'
const day = [['09:00', '12:00'], ['13:00', '17:00']]

/** The halls, one of them closed on the very day whatever the hour; in a folder under `dir`. */
export const hallsWithOneClosed = async (halls: string, dir: string, now: number): Promise<string> => {
  const folder = path.join(dir, 'halls')
  await cp(halls, folder, { recursive: true })
  const file = path.join(folder, `${CLOSED}.json`)
  const hall = JSON.parse(await readFile(file, 'utf8')) as object
  await writeFile(file, JSON.stringify({ ...hall, calendar: 'none', weeklyHours: Array.from({ length: 7 }, () => day), closedDates: [dateTime(now).slice(0, 10)] }))
  return folder
}
