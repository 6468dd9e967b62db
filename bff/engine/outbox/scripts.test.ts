import path from 'node:path'
import { describeScripts } from '../../../tests/support/scriptHeaders'
import { outboxScriptNames } from './scripts'

describe('the scripts of the outbox', () => describeScripts(path.join(__dirname, 'lua'), outboxScriptNames))
