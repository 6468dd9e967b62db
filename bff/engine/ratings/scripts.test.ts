import path from 'node:path'
import { describeScripts } from '../../../tests/support/scriptHeaders'
import { ratingScriptNames } from './scripts'

describe('the scripts of the ratings', () => describeScripts(path.join(__dirname, 'lua'), ratingScriptNames))
