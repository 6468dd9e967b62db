import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { consoleTexts } from '@/i18n/console'
import { screenTexts } from '@/i18n/screen'
import { supervisionTexts } from '@/i18n/supervision'

const FOLDER = path.resolve(__dirname, '../../miniapp/src/i18n')
const ERRORS = path.resolve(__dirname, '../../shared/errors.ts')
const STAFF = /^(console.*|screen|supervision)\.ts$/

/** Sentences that only the console, the hall's screen or supervision say; long ones, for short ones are said everywhere. */
export const staffWords = (): string[] => {
  const ofAll = [...readdirSync(FOLDER).filter((file) => file.endsWith('.ts') && !STAFF.test(file)).map((file) => path.join(FOLDER, file)), ERRORS]
  const others = ofAll.map((file) => readFileSync(file, 'utf8')).join('\n')
  return [consoleTexts, screenTexts, supervisionTexts].flatMap((texts) => Object.values(texts).map(({ zh }) => zh))
    .filter((zh) => zh.length >= 8 && !others.includes(zh))
}
