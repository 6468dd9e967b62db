import path from 'node:path'
import { describeScripts } from '../../../tests/support/scriptHeaders'
import { catalogueScriptNames } from './scripts'

describe('the scripts of the catalogue', () => describeScripts(path.join(__dirname, 'lua'), catalogueScriptNames))
