import path from 'node:path'
import { describeScripts } from '../../../tests/support/scriptHeaders'
import { callScriptNames } from './scripts'

describe('the scripts of the log of calls', () => describeScripts(path.join(__dirname, 'lua'), callScriptNames))
