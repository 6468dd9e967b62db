import path from 'node:path'
import { describeScripts } from '../../../tests/support/scriptHeaders'
import { figureScriptNames } from './scripts'

describe('the scripts of the figures', () => describeScripts(path.join(__dirname, 'lua'), figureScriptNames))
