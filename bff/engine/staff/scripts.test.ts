import path from 'node:path'
import { describeScripts } from '../../../tests/support/scriptHeaders'
import { staffScriptNames } from './scripts'

describe('the scripts of the staff', () => describeScripts(path.join(__dirname, 'lua'), staffScriptNames))
