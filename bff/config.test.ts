import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readConfig } from './config'

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
