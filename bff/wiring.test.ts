import { readConfig } from './config'
import { sealingOf } from './wiring'

const settings = { REDIS_URL: 'redis://127.0.0.1', APP_SECRET: 's'.repeat(32) }
const sealing = (more: Record<string, string> = {}) => sealingOf(readConfig({ ...settings, ...more }))

describe('the sealing of the settings', () => {
  it('seals by the cipher that is set, and opens what another setting has sealed', () => {
    const [aes, sm4] = [sealing().seal('text', 'c'), sealing({ DATA_CIPHER: 'sm4-gcm' }).seal('text', 'c')]
    expect([aes, sm4]).toEqual([expect.stringMatching(/^0\./), expect.stringMatching(/^0:sm4\./)])
    const later = sealing({ DATA_KEYS: `k1=${'0f'.repeat(32)}` })
    expect([later.open(aes, 'c'), later.open(sm4, 'c'), later.seal('text', 'c')]).toEqual(['text', 'text', expect.stringMatching(/^k1\./)])
    expect(() => sealing({ DATA_CIPHER: 'des' })).toThrow('DATA_CIPHER')
  })
})
