import { redisFailure } from './redis'

const codeOf = (message: string): string => redisFailure(new Error(message)).code

describe('a failed call of Redis', () => {
  it.each(['Stream isn\'t writeable and enableOfflineQueue options is false', 'connect ECONNREFUSED 127.0.0.1:1', 'OOM command not allowed when used memory',
    'READONLY You can\'t write against a read only replica.', 'MISCONF Redis is configured to save', 'LOADING Redis is loading the dataset in memory'])(
    'that changed nothing is UNAVAILABLE: %s', (message) => { expect(codeOf(message)).toBe('UNAVAILABLE') })

  it.each(['Connection is closed.', 'Reached the max retries per request limit (which is 0).', 'Command timed out', 'read ECONNRESET'])(
    'that may have changed something is UNKNOWN_OUTCOME: %s', (message) => { expect(codeOf(message)).toBe('UNKNOWN_OUTCOME') })

  it('of any other kind is our own fault', () => { expect(codeOf('ERR wrong number of arguments')).toBe('INTERNAL') })
})
