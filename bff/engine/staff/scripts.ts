import path from 'node:path'
import { readScript, type Script } from '../script'

const folder = path.join(__dirname, 'lua')

export const staffScriptNames = ['add_first_account', 'begin_attempt', 'begin_enrolment', 'confirm_enrolment', 'drop_factor', 'remove_account', 'replace_account', 'save_session',
  'spend_code', 'spend_recovery', 'take_back_attempt', 'touch_session'] as const
export const staffScripts = Object.fromEntries(staffScriptNames.map((name) => [name, readScript(folder, name)])) as
  Record<(typeof staffScriptNames)[number], Script>
