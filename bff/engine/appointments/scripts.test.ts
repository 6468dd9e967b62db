import path from 'node:path'
import { describeScripts } from '../../../tests/support/scriptHeaders'
import { bookScriptNames, personScriptNames } from './scripts'

describe('the scripts of the appointment book', () => describeScripts(path.join(__dirname, 'lua'), [...bookScriptNames, ...personScriptNames]))
