import { readFileSync } from 'node:fs'
import path from 'node:path'
import { demoSettings, readConfig } from './config'

const required = { REDIS_URL: 'redis://127.0.0.1:6379', APP_SECRET: 'x'.repeat(32) }

describe('the settings', () => {
  it('have defaults for all but Redis and the secret', () => {
    expect(readConfig(required)).toMatchObject({ PORT: 8100, NODE_ENV: 'production', RATE_LIMITS: true, TRUST_PROXY: false, ALLOWED_ORIGINS: [] })
  })

  it('name every fault at once', () => {
    const read = () => readConfig({ PORT: 'eighty', APP_SECRET: 'short', PUBLIC_URL: 'localhost', LOG_LEVEL: 'loud' })
    for (const name of ['PORT', 'APP_SECRET', 'PUBLIC_URL', 'LOG_LEVEL', 'REDIS_URL']) expect(read).toThrow(new RegExp(`  ${name}: `))
  })

  it('take an empty setting for one not given, and read lists and switches', () => {
    expect(readConfig({ ...required, PORT: '', ALLOWED_ORIGINS: 'http://a,http://b', RATE_LIMITS: 'false' }))
      .toMatchObject({ PORT: 8100, ALLOWED_ORIGINS: ['http://a', 'http://b'], RATE_LIMITS: false })
  })

  it('are all explained in docs/operating.md', () => {
    const text = readFileSync(path.join(__dirname, '../docs/operating.md'), 'utf8')
    for (const name of Object.keys(readConfig(required))) expect(text).toContain(`\`${name}\``)
  })
})

describe('settings left as the demonstration has them', () => {
  it('are named, the keys of outside systems among them, until they are others', () => {
    expect(demoSettings(readConfig(required))).toEqual(expect.arrayContaining(['PUBLIC_URL', 'SYSTEMS_URL', 'SYSTEM_KEYS']))
    expect(demoSettings(readConfig({ ...required, SYSTEMS_URL: 'https://systems.example', SYSTEM_KEYS: '*=another,one-window=a=b' }))).not.toEqual(expect.arrayContaining(['SYSTEM_KEYS']))
    expect(demoSettings(readConfig({ ...required, SYSTEM_KEYS: 'one-window=other,*=demo-key' }))).toContain('SYSTEM_KEYS')
  })

  it('a key that seals data is 32 bytes and does not take the name of the derived one', () => {
    const key = '0f'.repeat(32)
    expect([...readConfig({ ...required, DATA_KEYS: `k2=${key},k1=${key}` }).DATA_KEYS.keys()]).toEqual(['k2', 'k1'])
    for (const wrong of [`0=${key}`, `k1=${key},0=${key}`, 'k1=short', key]) expect(() => readConfig({ ...required, DATA_KEYS: wrong })).toThrow('DATA_KEYS')
  })
})
