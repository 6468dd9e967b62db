import path from 'node:path'
import { describeScripts } from '../../../tests/support/scriptHeaders'
import { photoScriptNames } from './scripts'

describe('the scripts of the photos', () => describeScripts(path.join(__dirname, 'lua'), photoScriptNames))
