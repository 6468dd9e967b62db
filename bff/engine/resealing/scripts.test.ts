import path from 'node:path'
import { describeScripts } from '../../../tests/support/scriptHeaders'
import { resealingScriptNames } from './scripts'

describe('the scripts of resealing', () => describeScripts(path.join(__dirname, 'lua'), resealingScriptNames))
