import path from 'node:path'
import { describeScripts } from '../../../tests/support/scriptHeaders'
import { personScriptNames } from './scripts'

describe('the scripts of the persons', () => describeScripts(path.join(__dirname, 'lua'), personScriptNames))
