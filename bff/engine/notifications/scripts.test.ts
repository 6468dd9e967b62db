import path from 'node:path'
import { describeScripts } from '../../../tests/support/scriptHeaders'
import { messageScriptNames } from './scripts'

describe('the scripts of messages', () => describeScripts(path.join(__dirname, 'lua'), messageScriptNames))
