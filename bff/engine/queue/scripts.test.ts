import path from 'node:path'
import { describeScripts } from '../../../tests/support/scriptHeaders'
import { scriptNames } from './scripts'

describe('the scripts of the queue', () => describeScripts(path.join(__dirname, 'lua'), scriptNames))
