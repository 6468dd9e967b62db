import path from 'node:path'
import { describeScripts } from '../../../tests/support/scriptHeaders'
import { caseScriptNames } from './scripts'

describe('the scripts of the cases', () => describeScripts(path.join(__dirname, 'lua'), caseScriptNames))
