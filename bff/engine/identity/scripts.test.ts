import path from 'node:path'
import { describeScripts } from '../../../tests/support/scriptHeaders'
import { identityScriptNames } from './scripts'

describe('the scripts of the identity', () => describeScripts(path.join(__dirname, 'lua'), identityScriptNames))
