import path from 'node:path'
import { describeScripts } from '../../../tests/support/scriptHeaders'
import { tokenScriptNames } from './scripts'

describe('the scripts of the tokens', () => describeScripts(path.join(__dirname, 'lua'), tokenScriptNames))
